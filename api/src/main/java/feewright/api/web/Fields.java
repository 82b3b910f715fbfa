package feewright.api.web;

import feewright.api.json.Characters;
import feewright.api.json.MoneyJson;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.money.Amounts;
import feewright.platform.CustomerText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a body and finds all faults at once. A faulty field reads as a stand-in; {@link #check} must be called before
 * any value is used, and refuses with 422 if there was a fault.
 */
public final class Fields {

    private static final UUID NO_ID = new UUID(0, 0);
    private static final int LONGEST_NAME = 200;
    /** RFC 5321, with the angle brackets of a path taken off. */
    private static final int LONGEST_EMAIL = 254;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Z}]+@[^@\\s\\p{Z}]+");

    private final List<Problem.Fault> faults = new ArrayList<>();

    /** Adds a fault that the caller found. */
    public void fault(String code, String pointer) {
        faults.add(new Problem.Fault(code, pointer));
    }

    /** Refuses, naming every fault; does nothing without one. */
    public void check() {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemCode.INVALID_FIELDS).withErrors(faults));
        }
    }

    public UUID id(@Nullable UUID value, String pointer) {
        return present(value, NO_ID, pointer);
    }

    public LocalDate date(@Nullable LocalDate value, String pointer) {
        return present(value, LocalDate.EPOCH, pointer);
    }

    public Instant instant(@Nullable Instant value, String pointer) {
        return present(value, Instant.EPOCH, pointer);
    }

    public int number(@Nullable Integer value, String pointer) {
        return present(value, 0, pointer);
    }

    public String text(@Nullable String value, String pointer) {
        return present(value, "", pointer);
    }

    /** A name on one line that is not blank. */
    public CustomerText name(@Nullable String value, String pointer) {
        return line(value, LONGEST_NAME, pointer);
    }

    /** An address with one @ and no spaces. Whether mail arrives there, only mail can tell. */
    public CustomerText email(@Nullable String value, String pointer) {
        if (value != null && !value.isBlank() && !EMAIL.matcher(value).matches()) {
            fault(name(pointer) + "-not-an-address", pointer);
        }
        return line(value, LONGEST_EMAIL, pointer);
    }

    /** Words that are not blank, of at most {@code longest} UTF-16 units. */
    public CustomerText words(@Nullable String value, int longest, String pointer) {
        if (value != null && !Characters.areVisible(value)) {
            fault(name(pointer) + "-blank", pointer);
        }
        return maybeBlank(text(value, pointer), longest, pointer);
    }

    /** Words, perhaps none, of at most {@code longest} UTF-16 units. What shows nothing is none. */
    public CustomerText maybeBlank(String value, int longest, String pointer) {
        if (!Characters.areLines(value)) {
            fault(name(pointer) + "-has-control-characters", pointer);
        }
        if (value.length() > longest) {
            fault(name(pointer) + "-too-long", pointer);
            return new CustomerText("");
        }
        return new CustomerText(Characters.areVisible(value) ? value : "");
    }

    /** Words on one line that are not blank, of at most {@code longest} UTF-16 units. */
    public CustomerText line(@Nullable String value, int longest, String pointer) {
        if (value != null && Characters.areLines(value) && !Characters.areOneLine(value)) {
            fault(name(pointer) + "-has-control-characters", pointer);
        }
        return words(value, longest, pointer);
    }

    /** The currency of a three-letter code; a stand-in otherwise. */
    public CurrencyUnit currency(@Nullable String code, String pointer) {
        Optional<CurrencyUnit> currency = Amounts.currency(text(code, pointer));
        if (currency.isEmpty() && code != null) {
            fault("currency-unknown", pointer);
        }
        return currency.orElse(CurrencyUnit.USD);
    }

    /** The amount, of any sign but not zero; a stand-in otherwise. */
    public Money amount(@Nullable MoneyJson money, String pointer) {
        if (money == null) {
            fault(name(pointer) + "-missing", pointer);
            return Money.zero(CurrencyUnit.USD);
        }
        CurrencyUnit currency = currency(money.currency(), pointer + "/currency");
        Optional<Money> amount = Amounts.read(currency, text(money.amount(), pointer + "/amount"));
        if (money.amount() != null) {
            if (amount.isEmpty()) {
                fault("amount-unreadable", pointer + "/amount");
            } else if (amount.get().isZero()) {
                fault("amount-zero", pointer + "/amount");
            }
        }
        return amount.orElse(Money.zero(currency));
    }

    private <T> T present(@Nullable T value, T standIn, String pointer) {
        if (value == null) {
            fault(name(pointer) + "-missing", pointer);
            return standIn;
        }
        return value;
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1).replace('_', '-');
    }
}
