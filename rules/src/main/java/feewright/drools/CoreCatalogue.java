package feewright.drools;

import feewright.rule.RuleSet;
import java.util.List;
import java.util.Locale;

/**
 * The closed list of core rules. A pack that lacks one of them, or has one under another name, does not load; so a core rule can
 * neither be lost with its file nor be renamed without a change here.
 */
final class CoreCatalogue {

    /** What the codes of core rules start with: authors take other letters. */
    static final List<String> RESERVED = List.of("ENG-", "TIME-", "INV-", "RULES-", "ENGINE-");

    private CoreCatalogue() {}

    /** The names, code and sentence, of the core rules of a rule set. */
    static List<String> names(RuleSet set) {
        return switch (set) {
            case ENGAGEMENT -> ENGAGEMENT;
            case TIME -> TIME;
            case INVOICE -> INVOICE;
        };
    }

    /** The name of a rule's file, without its ending: its sentence in lower case with dashes. */
    static String stem(String name) {
        String sentence = name.substring(name.indexOf(' ') + 1);
        return sentence.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static final List<String> ENGAGEMENT = List.of(
            "ENG-01 a firm admin signs a draft",
            "ENG-02 a signed engagement is not signed again",
            "ENG-03 terms price what they bill",
            "ENG-04 a term ends after its start",
            "ENG-05 a signature is not dated in the future");

    private static final List<String> TIME = List.of(
            "TIME-01 the approver is not the worker",
            "TIME-02 a firm admin approves submitted time",
            "TIME-03 a client approves time where the terms ask for it",
            "TIME-04 only the submitted current version is approved",
            "TIME-05 billed time is not reviewed",
            "TIME-06 a firm admin rejects time",
            "TIME-07 the approval of the firm is never given by a client",
            "TIME-08 approved time is worked within the term",
            "TIME-09 time is approved under a signed engagement",
            "TIME-10 the firm approves a version once",
            "TIME-11 the client approves a version once",
            "TIME-12 a client rejects submitted time where the terms ask for its approval",
            "TIME-13 only the current version is rejected",
            "TIME-14 a client reviews time of its own engagement only");

    private static final List<String> INVOICE = List.of(
            "INV-01 an invoice is linked to an engagement",
            "INV-02 only approved time is invoiced",
            "INV-03 time is invoiced under its own engagement",
            "INV-04 invoiced time was worked within the term",
            "INV-05 billed time is not invoiced again",
            "INV-06 a due period of signed package terms justifies a package line",
            "INV-07 approved time under signed hourly terms justifies an hourly line",
            "INV-08 an invoice has one currency",
            "INV-09 an invoice goes to the client of the engagement",
            "INV-10 package lines need package or mixed terms",
            "INV-11 only billable time is invoiced",
            "INV-12 invoiced time was not approved by its worker",
            "INV-13 an override justifies a manual line",
            "INV-14 all due time has a rate",
            "INV-15 a firm admin issues an invoice",
            "INV-16 the engagement of an invoice is signed",
            "INV-17 an invoice has lines",
            "INV-18 an override is a reasoned act of a master admin",
            "INV-19 a time entry is on one line only",
            "INV-20 the client approved what its terms ask it to approve",
            "INV-21 hourly lines need hourly or mixed terms",
            "INV-22 an invoice is not negative in total",
            "INV-23 a package period is billed when it is due and once",
            "INV-24 the time on an hourly line is of its worker",
            "INV-25 a manual line rests on an override",
            "INV-26 the schedule issues what the terms let it issue");
}
