package feewright.api.engagement;

import feewright.api.engagement.TermsJson.HourlyJson;
import feewright.api.engagement.TermsJson.RateJson;
import feewright.api.web.Fields;
import feewright.firm.People;
import feewright.platform.Actor;
import feewright.platform.PersonId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Checks that a rate card prices people of the firm only. */
@Component
record RatedPeople(People people) {

    /** As many as the engine takes rates: a longer list is refused there. */
    private static final int MOST_RATES = 500;

    void check(Actor actor, TermsJson terms) {
        HourlyJson hourly = terms.hourly();
        List<RateJson> rates = hourly == null ? null : hourly.rates();
        if (rates == null || rates.size() > MOST_RATES) {
            return;
        }
        Fields fields = new Fields();
        for (int i = 0; i < rates.size(); i++) {
            UUID person = rates.get(i).personId();
            if (person != null
                    && people.find(actor.firm(), new PersonId(person)).isEmpty()) {
                fields.fault("person-unknown", "/terms/hourly/rates/" + i + "/person_id");
            }
        }
        fields.check();
    }
}
