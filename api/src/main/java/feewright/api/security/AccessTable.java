package feewright.api.security;

import static feewright.platform.Role.BREAK_GLASS_OPERATOR;
import static feewright.platform.Role.CLIENT;
import static feewright.platform.Role.FIRM_ADMIN;
import static feewright.platform.Role.FIRM_MASTER_ADMIN;
import static feewright.platform.Role.PLATFORM_OPERATOR;
import static feewright.platform.Role.STAFF;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import feewright.platform.Role;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * Which endpoint is open to which role: the whole of it, in one place (requirement T2). What is not here is closed to everybody. A
 * break-glass operator opens and closes sessions, and in one reads what the firm's admins read, but for what is said of sessions.
 */
public final class AccessTable {

    /** An endpoint: a method and the pattern of its path. */
    public record Endpoint(HttpMethod method, String pattern) {}

    private static final Set<Role> MASTER = EnumSet.of(FIRM_MASTER_ADMIN);
    private static final Set<Role> ADMINS = EnumSet.of(FIRM_MASTER_ADMIN, FIRM_ADMIN);
    private static final Set<Role> FIRM = EnumSet.of(FIRM_MASTER_ADMIN, FIRM_ADMIN, STAFF);
    private static final Set<Role> REVIEWERS = EnumSet.of(FIRM_MASTER_ADMIN, FIRM_ADMIN, CLIENT);
    private static final Set<Role> FIRM_AND_CLIENT = EnumSet.of(FIRM_MASTER_ADMIN, FIRM_ADMIN, STAFF, CLIENT);
    private static final Set<Role> METADATA = EnumSet.of(FIRM_MASTER_ADMIN, FIRM_ADMIN, PLATFORM_OPERATOR);
    private static final Set<Role> INVOICE_READERS =
            EnumSet.of(FIRM_MASTER_ADMIN, FIRM_ADMIN, CLIENT, PLATFORM_OPERATOR);

    private static final Set<Role> PLATFORM = EnumSet.of(PLATFORM_OPERATOR);
    private static final Set<Role> BREAK_GLASS = EnumSet.of(BREAK_GLASS_OPERATOR);
    private static final Set<Role> SESSION_CLOSERS = EnumSet.of(FIRM_MASTER_ADMIN, FIRM_ADMIN, BREAK_GLASS_OPERATOR);
    private static final String SESSIONS = "/v1/break-glass-sessions";

    private static final Map<Endpoint, Set<Role>> ROWS = Map.ofEntries(
            row(POST, "/v1/clients", ADMINS),
            row(GET, "/v1/clients", ADMINS),
            row(GET, "/v1/clients/{id}", ADMINS),
            row(POST, "/v1/clients/{id}/projects", ADMINS),
            row(GET, "/v1/clients/{id}/projects", FIRM),
            row(POST, "/v1/people", ADMINS),
            row(GET, "/v1/people", ADMINS),
            row(GET, "/v1/people/{id}", ADMINS),
            row(POST, "/v1/engagements", ADMINS),
            row(GET, "/v1/engagements", FIRM),
            row(GET, "/v1/engagements/{id}", FIRM),
            row(PUT, "/v1/engagements/{id}", ADMINS),
            row(POST, "/v1/engagements/{id}/signature", ADMINS),
            row(POST, "/v1/engagements/{id}/ending", ADMINS),
            row(POST, "/v1/engagements/{id}/pauses", ADMINS),
            row(POST, "/v1/engagements/{id}/pauses/{number}/resumption", ADMINS),
            row(POST, "/v1/engagements/{id}/renewal", ADMINS),
            row(GET, "/v1/engagements/{id}/renewals", INVOICE_READERS),
            row(POST, "/v1/engagements/{id}/invoice-previews", ADMINS),
            row(POST, "/v1/engagements/{id}/invoices", ADMINS),
            row(POST, "/v1/time-entries", FIRM),
            row(GET, "/v1/time-entries", FIRM_AND_CLIENT),
            row(GET, "/v1/time-entries/{id}", FIRM_AND_CLIENT),
            row(PUT, "/v1/time-entries/{id}", FIRM),
            row(POST, "/v1/time-entries/{id}/submission", FIRM),
            row(POST, "/v1/time-entries/{id}/approval", REVIEWERS),
            row(POST, "/v1/time-entries/{id}/rejection", REVIEWERS),
            row(POST, "/v1/time-entries/approvals", REVIEWERS),
            row(POST, "/v1/time-entries/imports", FIRM),
            row(POST, "/v1/invoice-previews", ADMINS),
            row(POST, "/v1/invoices", ADMINS),
            row(GET, "/v1/invoices", INVOICE_READERS),
            row(GET, "/v1/invoices/{id}", INVOICE_READERS),
            row(GET, "/v1/invoices/{id}/explanation", REVIEWERS),
            row(POST, "/v1/invoices/{id}/void", ADMINS),
            row(POST, "/v1/invoices/{id}/write-offs", ADMINS),
            row(POST, "/v1/invoices/{id}/payments", ADMINS),
            row(POST, "/v1/clients/{id}/payments", ADMINS),
            row(POST, "/v1/payments/{id}/refunds", ADMINS),
            row(POST, "/v1/payments/{id}/reversal", ADMINS),
            row(POST, "/v1/refunds", ADMINS),
            row(GET, "/v1/refunds", INVOICE_READERS),
            row(GET, "/v1/refunds/{id}", INVOICE_READERS),
            row(POST, "/v1/clients/{id}/payment-method-setups", ADMINS),
            row(POST, "/v1/clients/{id}/payment-methods", ADMINS),
            row(GET, "/v1/clients/{id}/payment-methods", INVOICE_READERS),
            row(GET, "/v1/payment-methods/{id}", INVOICE_READERS),
            row(POST, "/v1/payment-methods/{id}/removal", ADMINS),
            row(GET, "/v1/clients/{id}/autopay", INVOICE_READERS),
            row(PUT, "/v1/clients/{id}/autopay", ADMINS),
            row(POST, "/v1/invoices/{id}/payment-attempts", ADMINS),
            row(GET, "/v1/payment-attempts", INVOICE_READERS),
            row(GET, "/v1/payment-attempts/{id}", INVOICE_READERS),
            row(GET, "/v1/invoices/{id}/collection", INVOICE_READERS),
            row(GET, "/v1/invoices/{id}/timeline", INVOICE_READERS),
            row(GET, "/v1/processor-events", METADATA),
            row(GET, "/v1/processor-events/{id}", METADATA),
            row(POST, "/v1/processor-events/{id}/replay", ADMINS),
            row(POST, "/v1/clients/{id}/credits", ADMINS),
            row(GET, "/v1/clients/{id}/credits", INVOICE_READERS),
            row(GET, "/v1/credits/{id}", INVOICE_READERS),
            row(POST, "/v1/credits/{id}/approval", ADMINS),
            row(POST, "/v1/credits/{id}/rejection", ADMINS),
            row(POST, "/v1/credits/{id}/reversal", ADMINS),
            row(POST, "/v1/credits/{id}/refunds", ADMINS),
            row(POST, "/v1/invoices/{id}/credit-applications", ADMINS),
            row(POST, "/v1/credit-applications/{id}/reversal", ADMINS),
            row(POST, "/v1/invoices/{id}/credit-notes", ADMINS),
            row(GET, "/v1/credit-notes", INVOICE_READERS),
            row(GET, "/v1/credit-notes/{id}", INVOICE_READERS),
            row(POST, "/v1/payments/{id}/simulated-dispute-events", ADMINS),
            row(GET, "/v1/disputes", METADATA),
            row(GET, "/v1/disputes/{id}", METADATA),
            row(GET, "/v1/disputes/{id}/evidence-pack", ADMINS),
            row(GET, "/v1/fraud-warnings", METADATA),
            row(GET, "/v1/suspense-items", METADATA),
            row(GET, "/v1/suspense-items/{id}", METADATA),
            row(POST, "/v1/suspense-items/{id}/resolutions", ADMINS),
            row(GET, "/v1/journal-entries", INVOICE_READERS),
            row(GET, "/v1/journal-entries/{id}", INVOICE_READERS),
            row(POST, "/v1/billing-runs", ADMINS),
            row(GET, "/v1/billing-runs", METADATA),
            row(GET, "/v1/billing-runs/{id}", METADATA),
            row(GET, "/v1/billing-runs/{id}/items", METADATA),
            row(GET, "/v1/billing-failures", METADATA),
            row(GET, "/v1/ready-to-bill", ADMINS),
            row(POST, "/v1/test-clock", MASTER),
            row(GET, "/v1/test-clock", ADMINS),
            row(GET, "/v1/decisions", METADATA),
            row(GET, "/v1/decisions/{id}", METADATA),
            row(GET, "/v1/rule-packs", METADATA),
            row(POST, "/v1/rule-packs/reload", MASTER),
            row(GET, "/v1/clients/{id}/statement", INVOICE_READERS),
            row(GET, "/v1/reports/receivables-ageing", METADATA),
            row(GET, "/v1/reports/revenue", METADATA),
            row(GET, "/v1/reports/unbilled", METADATA),
            row(GET, "/v1/reports/reconciliation", METADATA),
            row(GET, "/v1/reports/what-if", METADATA),
            row(POST, "/v1/webhook-endpoints", ADMINS),
            row(GET, "/v1/webhook-endpoints", ADMINS),
            row(GET, "/v1/webhook-endpoints/{id}", ADMINS),
            row(DELETE, "/v1/webhook-endpoints/{id}", ADMINS),
            row(POST, "/v1/webhook-endpoints/{id}/secret-rotations", ADMINS),
            row(POST, "/v1/webhook-endpoints/{id}/test-deliveries", ADMINS),
            row(GET, "/v1/outgoing-events", ADMINS),
            row(GET, "/v1/outgoing-events/{id}", ADMINS),
            row(GET, "/v1/outgoing-events/{id}/deliveries", ADMINS),
            row(POST, "/v1/outgoing-events/{id}/redeliveries", ADMINS),
            row(POST, SESSIONS, BREAK_GLASS),
            row(GET, SESSIONS, ADMINS),
            row(GET, SESSIONS + "/{id}", ADMINS),
            row(GET, SESSIONS + "/{id}/accesses", ADMINS),
            row(POST, SESSIONS + "/{id}/closure", SESSION_CLOSERS),
            row(POST, "/v1/purge-previews", MASTER),
            row(POST, "/v1/purges", MASTER),
            row(GET, "/v1/purges", ADMINS),
            row(GET, "/v1/purges/{id}", ADMINS),
            row(GET, "/v1/export", MASTER),
            row(GET, "/v1/platform/firms", PLATFORM),
            row(GET, "/v1/audit-events", METADATA));

    private AccessTable() {}

    /** The roles that may call the endpoint; none if it is not in the table. */
    public static Set<Role> rolesOf(Endpoint endpoint) {
        return ROWS.getOrDefault(endpoint, Set.of());
    }

    /** All endpoints of the table. */
    public static Set<Endpoint> endpoints() {
        return ROWS.keySet();
    }

    private static Map.Entry<Endpoint, Set<Role>> row(HttpMethod method, String pattern, Set<Role> roles) {
        Set<Role> open = EnumSet.copyOf(roles);
        if (method.equals(GET) && roles.contains(FIRM_ADMIN) && !pattern.startsWith(SESSIONS)) {
            open.add(BREAK_GLASS_OPERATOR);
        }
        return Map.entry(new Endpoint(method, pattern), Set.copyOf(open));
    }
}
