package feewright.api.credit;

import feewright.api.json.MoneyJson;
import feewright.api.web.AmountJson;
import feewright.api.web.ClientNote;
import feewright.api.web.Fields;
import feewright.credit.CreditGrant;
import feewright.credit.CreditSource;
import feewright.credit.GrantCredit;
import feewright.engagement.EngagementId;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Credit that is asked for. What is paid for comes from a payment; whether this source may be asked for is for the rules to say. */
record CreditJson(
        @Nullable String source,
        @Nullable MoneyJson amount,
        @Nullable String reason,
        @Nullable String clientNote,
        @Nullable LocalDate expiresOn,
        @Nullable UUID engagementId) {

    GrantCredit.Request request(ClientId client) {
        Fields fields = new Fields();
        String code = fields.text(source, "/source");
        Optional<CreditSource> known = Arrays.stream(CreditSource.values())
                .filter(one -> one.code().equals(code))
                .findFirst();
        if (source != null && known.isEmpty()) {
            fields.fault("source-unknown", "/source");
        }
        Money read = AmountJson.above(fields, amount, AmountJson.AMOUNT);
        CustomerText why = AmountJson.reason(fields, reason);
        CustomerText note = ClientNote.of(fields, clientNote);
        fields.check();
        CreditGrant.Limits limits =
                new CreditGrant.Limits(expiresOn, engagementId == null ? null : new EngagementId(engagementId));
        return new GrantCredit.Request(client, known.orElseThrow(), read, limits, why, note);
    }
}
