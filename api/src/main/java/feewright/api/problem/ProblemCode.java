package feewright.api.problem;

import java.util.Locale;

/** The problems that the API itself states. A code never changes its meaning; new ones may come. */
public enum ProblemCode {
    MALFORMED_JSON(400, "The body is not well-formed JSON."),
    DUPLICATE_KEY(400, "An object names a key twice."),
    JSON_TOO_COMPLEX(400, "The body nests too deeply, or holds a number or name that is too long."),
    BODY_MISSING(400, "A body is required."),
    BODY_NOT_EXPECTED(400, "The endpoint takes no body, or an empty object."),
    UNKNOWN_FIELD(400, "The body has a field that this endpoint does not know."),
    WRONG_TYPE(400, "A field has another type than this endpoint expects."),
    NUMBER_OUT_OF_RANGE(400, "A number is too large or too small."),
    TEXT_NOT_UNICODE(400, "A text is not well-formed Unicode, or holds a NUL character."),
    ID_UNREADABLE(400, "An id is not a UUID."),
    DATE_UNREADABLE(400, "A date is not written YYYY-MM-DD, or is before 1900 or after 2199."),
    TIME_UNREADABLE(400, "A time is not written as RFC 3339 with an offset, or is before 1900 or after 2199."),
    BAD_REQUEST(400, "The request cannot be understood."),
    EVENT_REFUSED(400, "The event is not accepted: the error says why."),
    PARAMETER_INVALID(400, "A query parameter has a value that it cannot have."),
    PARAMETER_UNKNOWN(400, "The request has a query parameter that this endpoint does not know, or one twice."),
    CURSOR_INVALID(400, "The cursor is not one that this list gave."),
    IDEMPOTENCY_KEY_MISSING(400, "The request writes and needs an Idempotency-Key header."),
    IDEMPOTENCY_KEY_INVALID(400, "An Idempotency-Key has 1 to 100 printable ASCII characters."),
    IF_MATCH_INVALID(400, "If-Match has to be one strong entity tag, as an ETag header gave it."),
    FIRM_MISSING(400, "Whoever is of the platform names the firm in the Feewright-Firm header."),
    FIRM_HEADER_NOT_EXPECTED(400, "The firm comes from the token; only whoever is of the platform names one."),
    TOKEN_MISSING(401, "The request needs a bearer token."),
    TOKEN_INVALID(401, "The token is not one that this server accepts."),
    FORBIDDEN(403, "The role of the caller does not allow this."),
    FIRM_UNKNOWN(403, "The token is of a firm that is not registered here."),
    BREAK_GLASS_SESSION_MISSING(
            403, "A break-glass operator reads in a session only: name it in the Feewright-Session header."),
    BREAK_GLASS_SESSION_OVER(403, "The firm has no such session of this operator, or it is closed or expired."),
    NOT_FOUND(404, "Not found."),
    METHOD_NOT_ALLOWED(405, "The endpoint does not have this method."),
    NOT_ACCEPTABLE(406, "The endpoint cannot answer in any of the accepted media types."),
    BODY_TOO_SLOW(408, "The body did not arrive in time: send the request again."),
    STALE(409, "It has changed since it was read: another version is current."),
    ENGAGEMENT_SIGNED(409, "The engagement is signed and its terms are frozen."),
    ENGAGEMENT_NOT_SIGNED(409, "The engagement is a draft: nothing is billed before it is signed."),
    TIME_BILLED(409, "The time entry is on an invoice and cannot change."),
    STATE_CONFLICT(409, "Its state has no such step."),
    CREDIT_NOT_WAITING(409, "The credit was reviewed already, or its source needs nobody else to agree."),
    POSSIBLE_DUPLICATE(
            409,
            "A payment of the same amount, day and reference is recorded already: look at it, and send allow_duplicate"
                    + " if this is another one."),
    FIRM_IS_LIVE(409, "The firm is a live one: only a test firm has a clock that can be moved."),
    PREVIEW_OUTDATED(409, "Something that matters changed since the preview: preview again."),
    WEBHOOKS_OFF(409, "This installation tells nobody: its operator has set no key that secrets could be made from."),
    TOO_MANY_WEBHOOK_ENDPOINTS(409, "The firm has as many webhook endpoints as it may: remove one first."),
    WEBHOOK_ENDPOINT_ENDED(409, "The webhook endpoint ended: nothing is sent there any more."),
    EXPORT_UNDER_WAY(
            409,
            "An archive of the firm is being written or taken already, or as many as this instance gives at a time."),
    CANDIDATE_MISSING(
            409, "This installation names no directory of candidate rules: there is nothing to compare with."),
    WHAT_IF_UNDER_WAY(409, "This instance is comparing rules already: ask again when it is done."),
    PRECONDITION_FAILED(412, "The entity tag of If-Match is not the current one."),
    BODY_TOO_LARGE(413, "The body is larger than this endpoint accepts."),
    MEDIA_TYPE_NOT_SUPPORTED(415, "The endpoint does not read this media type."),
    INVALID_FIELDS(422, "Some fields are missing or have values that they cannot have."),
    REFUSED_BY_RULES(422, "The rules refuse it."),
    NOTHING_DUE(422, "Nothing is due and no due time is unbilled: there is nothing to invoice."),
    BILLED_IN_ADVANCE(
            422,
            "A period was billed beyond that day: say with billed_in_advance whether the rest of it is credited, or"
                    + " the day moves to its end."),
    NO_PAYMENT_METHOD(422, "The client has no payment method, or not this one."),
    AMOUNT_NOT_COLLECTABLE(
            422, "The processor of this payment method cannot collect what the invoice owes: the error says why."),
    PAID_BY_CREDIT(409, "Credit of the client just paid what the invoice owed: there is nothing left to collect."),
    ALLOCATIONS_MISSING(
            422,
            "The payment pays invoices that were chosen for it: say allocations of what is recorded instead, or that"
                    + " there are none."),
    REFUND_THROUGH_PROCESSOR(
            422,
            "A processor brought this payment: ask for a refund at /v1/refunds, or say offline where it goes back"
                    + " another way."),
    PAYMENT_BY_HAND(422, "No processor brought this payment: what is given back of it is recorded by hand."),
    NOTHING_TO_APPLY(422, "The invoice owes nothing, or its client has no credit that could pay it."),
    AS_OF_IN_THE_FUTURE(422, "The as-of day has not come yet: it can only be previewed."),
    CLOCK_ONLY_FORWARD(422, "The clock of a test firm only goes forward, beyond where it is being moved already."),
    REPORT_TOO_LARGE(422, "The report has more than 20,000 rows: ask for fewer days, or for one client."),
    EXPORT_TOO_LARGE(422, "The archive is larger than this installation gives over HTTP: its operator can export it."),
    EVIDENCE_TOO_LARGE(
            422, "The invoice has more than 20,000 time entries: its evidence does not fit into one answer."),
    FILE_UNREADABLE(422, "The file is not a CSV in a layout that is known here: nothing of it was read."),
    CANDIDATE_REFUSED(422, "The candidate rules have faults: nothing was compared."),
    WHAT_IF_TOO_LARGE(
            422,
            "More than 2,000 invoices are in these days, or as many billing failures: ask for fewer"
                    + " days or one engagement, or use the command what-if."),
    RULES_REFUSED(422, "The rules in the directory have faults: the pack in force stays."),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request."),
    IF_MATCH_MISSING(428, "The request needs an If-Match header."),
    TOO_MANY_REQUESTS(429, "The caller asks too much at once: wait as many seconds as Retry-After says."),
    INTERNAL_ERROR(500, "The server failed. What it had begun is undone."),
    PROCESSOR_UNAVAILABLE(
            503, "The payment processor cannot be asked now. Send the request again, with the same Idempotency-Key."),
    KEYS_UNAVAILABLE(503, "The keys of the identity provider cannot be read now, so no token can be looked at."),
    UNAVAILABLE(503, "The database cannot be reached. Send the request again, with the same Idempotency-Key.");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The code as answers carry it: {@code preview-outdated}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
