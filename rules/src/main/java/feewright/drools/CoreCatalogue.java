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
    static final List<String> RESERVED =
            List.of("ENG-", "TIME-", "INV-", "CRE-", "PAY-", "RET-", "DIS-", "RULES-", "ENGINE-");

    private CoreCatalogue() {}

    /** The names, code and sentence, of the core rules of a rule set. */
    static List<String> names(RuleSet set) {
        return switch (set) {
            case ENGAGEMENT -> ENGAGEMENT;
            case TIME -> TIME;
            case INVOICE -> INVOICE;
            case CREDIT -> CREDIT;
            case PAYMENT -> PAYMENT;
            case RETRY -> RETRY;
            case DISPUTE -> DISPUTE;
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
            "ENG-05 a signature is not dated in the future",
            "ENG-06 a firm admin ends a signed engagement",
            "ENG-07 an engagement ends early once",
            "ENG-08 an engagement ends within its term",
            "ENG-09 no time after an ending is approved or billed",
            "ENG-10 a firm admin pauses a signed engagement",
            "ENG-11 a pause begins within the term",
            "ENG-12 a pause begins after the pause before it is over",
            "ENG-13 no time in a pause is approved or billed",
            "ENG-15 a firm admin resumes a paused engagement",
            "ENG-16 a pause is over after it began and before the term is",
            "ENG-17 a firm admin renews a signed engagement",
            "ENG-18 an engagement is renewed once",
            "ENG-19 a renewal takes over within the term or at its end",
            "ENG-20 a renewal keeps the client and the currency");

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
            "TIME-14 a client reviews time of its own engagement only",
            "TIME-15 approved time was not worked in a pause");

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
            "INV-26 the schedule issues what the terms let it issue",
            "INV-27 a firm admin voids an invoice",
            "INV-28 an invoice is voided once",
            "INV-29 an invoice with money on it is not voided",
            "INV-30 an invoice with credit notes is not voided",
            "INV-31 a disputed invoice is not voided",
            "INV-32 invoiced time was not worked in a pause",
            "INV-33 a minimum of signed terms justifies what makes up for it",
            "INV-34 a cap of signed terms justifies what is written down to it",
            "INV-35 work beyond a cap that stops is not invoiced without an override",
            "INV-36 included minutes of signed terms justify what they take off a line",
            "INV-37 an invoice with money in suspense is not voided");

    private static final List<String> CREDIT = List.of(
            "CRE-01 a firm admin gives credit by hand",
            "CRE-02 credit that was paid for is not given by hand",
            "CRE-03 credit is given and paid out in amounts above zero",
            "CRE-04 goodwill and corrections wait for somebody else to agree",
            "CRE-05 credit is approved by somebody other than who asked for it",
            "CRE-06 a firm admin approves credit that waits",
            "CRE-07 only credit that waits is approved or rejected",
            "CRE-08 a firm admin rejects credit that waits",
            "CRE-09 a firm admin takes back credit that nobody paid for",
            "CRE-10 credit that was paid for is not taken back",
            "CRE-11 what is taken back or expires is what is left of the credit",
            "CRE-12 the schedule lets credit expire on its day",
            "CRE-13 credit does not expire before its day",
            "CRE-14 a firm admin pays out credit that was paid for",
            "CRE-15 only credit that was paid for is paid out",
            "CRE-16 no more is paid out than is left of the credit",
            "CRE-17 only credit that stands is taken back, expires or is paid out",
            "CRE-18 a firm admin applies credit by hand",
            "CRE-19 the terms apply credit by themselves",
            "CRE-20 credit pays for its own client only",
            "CRE-21 credit pays in its own currency only",
            "CRE-22 no more is drawn than is left of the credit",
            "CRE-23 no more credit is applied than the invoice owes",
            "CRE-24 credit is applied in amounts above zero",
            "CRE-25 all that is asked for is drawn",
            "CRE-26 expired credit pays for nothing",
            "CRE-27 restricted credit pays for its own engagement only",
            "CRE-28 only credit that stands is drawn",
            "CRE-29 a void invoice takes no credit",
            "CRE-30 credit is drawn from known grants only",
            "CRE-31 a grant is drawn on once in an application",
            "CRE-32 a firm admin gives applied credit back",
            "CRE-33 applied credit is given back once",
            "CRE-34 a firm admin issues a credit note",
            "CRE-35 a credit note has lines and is above zero",
            "CRE-36 no more is credited than is left of a line",
            "CRE-37 each line of a credit note takes something off",
            "CRE-38 no more is credited than is left of the invoice",
            "CRE-39 credited time is on its line",
            "CRE-40 time is credited once on an invoice",
            "CRE-41 a line is named once in a credit note",
            "CRE-42 a void invoice is not credited",
            "CRE-43 an act on credit has one actor",
            "CRE-44 credit that has expired is not given",
            "CRE-45 a disputed invoice takes no credit",
            "CRE-46 what is disputed is not paid out",
            "CRE-47 what is being collected takes no credit by itself",
            "CRE-48 credit taken off an invoice comes back by hand only",
            "CRE-49 an invoice with money in suspense takes no credit");

    private static final List<String> PAYMENT = List.of(
            "PAY-01 a firm admin records a payment",
            "PAY-02 a payment is above zero",
            "PAY-03 a payment is not dated in the future",
            "PAY-04 a void invoice takes no payment",
            "PAY-05 a firm admin gives money back",
            "PAY-06 money is given back in amounts above zero",
            "PAY-07 no more is given back of a payment than is held of it",
            "PAY-08 a firm admin writes off what an invoice owes",
            "PAY-09 debt is written off in amounts above zero",
            "PAY-10 no more is written off than the invoice owes",
            "PAY-11 an act on money has one actor",
            "PAY-12 a payment is not dated before its invoice",
            "PAY-13 the schedule collects for whoever switched autopay on",
            "PAY-14 a firm admin asks for an attempt",
            "PAY-15 an attempt is for what the invoice owes",
            "PAY-16 a void invoice is not collected",
            "PAY-17 an invoice has one live attempt",
            "PAY-18 autopay that is off collects nothing",
            "PAY-19 a disputed invoice is not collected",
            "PAY-20 the processor says how a live attempt stands",
            "PAY-21 what nobody knows is no failure",
            "PAY-22 money may come after all",
            "PAY-23 money may be taken back",
            "PAY-24 only the processor says what became of an attempt",
            "PAY-25 the processor says how a refund stands",
            "PAY-26 what nobody knows of a refund is no failure",
            "PAY-27 a refund may come back",
            "PAY-28 only the processor says what became of a refund",
            "PAY-29 money of another currency than was asked for does not pay",
            "PAY-30 what a second success brought too much goes back",
            "PAY-31 what was charged back is not collected by itself",
            "PAY-32 a refund is in the currency of its payment",
            "PAY-33 a firm admin settles what is in suspense",
            "PAY-34 suspense is settled in amounts above zero",
            "PAY-35 no more is settled than is in suspense",
            "PAY-36 no more is settled than there is to take",
            "PAY-37 an invoice with money in suspense is not collected",
            "PAY-38 a firm admin reverses a payment",
            "PAY-39 only a payment by hand is reversed",
            "PAY-40 a payment is reversed once",
            "PAY-41 a payment that went out again is not reversed",
            "PAY-42 a payment of a void invoice is not reversed");

    private static final List<String> RETRY = List.of(
            "RET-01 a first retry comes three days after the first failure",
            "RET-02 a second retry comes seven days after the first failure",
            "RET-03 a third retry comes fourteen days after the first failure",
            "RET-04 a hard decline is not tried again",
            "RET-05 what the network advises never to try again is not",
            "RET-06 what needs the customer waits for the customer",
            "RET-07 the limits of card networks are kept",
            "RET-08 a retry follows one failure");

    private static final List<String> DISPUTE = List.of(
            "DIS-01 the first event of a dispute opens it",
            "DIS-02 an inquiry goes on until it is closed",
            "DIS-03 an inquiry may become a chargeback",
            "DIS-04 a chargeback is answered, reviewed and decided",
            "DIS-05 a decided dispute may be reopened",
            "DIS-06 what was decided last counts",
            "DIS-07 what ended without a decision may be told again",
            "DIS-08 a dispute is opened once",
            "DIS-09 what is closed has an end",
            "DIS-10 an inquiry takes no money",
            "DIS-12 no more of a dispute comes back than went",
            "DIS-13 the money of a dispute has one currency",
            "DIS-14 an old debt that is charged back is not owed again",
            "DIS-15 a fraud warning that takes an answer proposes a refund",
            "DIS-16 what is charged back is owed again");
}
