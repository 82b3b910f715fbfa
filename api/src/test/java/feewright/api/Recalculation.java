package feewright.api;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Computes an invoice again from nothing but its explanation, in JSON, without a class of the product. */
final class Recalculation {

    private final JsonNode explanation;
    private final String currency;
    private final int decimals;

    private Recalculation(JsonNode explanation) {
        this.explanation = explanation;
        this.currency = explanation.at("/invoice/currency").asString("");
        this.decimals = Currency.getInstance(currency).getDefaultFractionDigits();
    }

    static void check(JsonNode explanation) {
        new Recalculation(explanation).check();
    }

    private void check() {
        Map<String, BigDecimal> sums = new HashMap<>();
        assertThat(explanation.at("/lines").size())
                .isEqualTo(explanation.at("/invoice/lines").size())
                .isPositive();
        for (JsonNode line : explanation.at("/lines")) {
            BigDecimal amount = amount(line);
            assertThat(money(line.at("/line/amount"))).isEqualTo(amount);
            assertThat(money(line.at("/arithmetic/result"))).isEqualTo(amount);
            assertThat(line.at("/justified_by").size())
                    .as("rules behind a line")
                    .isPositive();
            sums.merge(line.at("/line/category").asString(""), amount, BigDecimal::add);
            sums.merge("total", amount, BigDecimal::add);
        }
        JsonNode totals = explanation.at("/invoice/totals");
        for (String category : new String[] {"package", "hourly", "expense", "manual", "total"}) {
            assertThat(money(totals.at("/" + category)))
                    .isEqualTo(sums.getOrDefault(category, BigDecimal.ZERO.setScale(decimals)));
        }
    }

    private BigDecimal amount(JsonNode line) {
        return switch (line.at("/line/category").asString("")) {
            case "package" -> packaged(line);
            case "hourly" -> hourly(line);
            default -> money(line.at("/line/amount"));
        };
    }

    private BigDecimal packaged(JsonNode line) {
        JsonNode packaged = line.at("/line/packaged");
        BigDecimal fee = money(packaged.at("/fee"));
        if (packaged.at("/proration").asString("").equals("full")) {
            assertThat(line.at("/arithmetic/kind").asString("")).isEqualTo("whole_fee");
            return fee;
        }
        long days = days(packaged, "/whole_start", "/whole_end");
        long from = days(packaged, "/whole_start", "/period_start");
        long to = days(packaged, "/whole_start", "/period_end");
        JsonNode arithmetic = line.at("/arithmetic");
        assertThat(new long[] {
                    arithmetic.at("/from_day").asLong(),
                    arithmetic.at("/to_day").asLong(),
                    arithmetic.at("/days").asLong()
                })
                .containsExactly(from, to, days);
        assertThat(money(arithmetic.at("/fee"))).isEqualTo(fee);
        return rounded(fee, to, days).subtract(rounded(fee, from, days));
    }

    private BigDecimal hourly(JsonNode line) {
        String increment = clause(line, "hourly.increment");
        int step = Integer.parseInt(increment.substring(0, increment.indexOf(' ')));
        String rounding = increment.substring(increment.indexOf(',') + 2);
        BigDecimal perHour = money(line.at("/line/hourly/rate/per_hour"));
        long minutes = 0;
        for (JsonNode entry : line.at("/line/hourly/entries")) {
            int billed = stepped(entry.at("/worked_minutes").asInt(), step, rounding);
            assertThat(entry.at("/billed_minutes").asInt()).isEqualTo(billed);
            minutes += billed;
            assertThat(rateOn(line, LocalDate.parse(entry.at("/worked_on").asString(""))))
                    .isEqualTo(line.at("/line/hourly/rate"));
        }
        assertThat(line.at("/arithmetic/billed_minutes").asLong()).isEqualTo(minutes);
        assertThat(money(line.at("/arithmetic/per_hour"))).isEqualTo(perHour);
        return rounded(perHour, minutes, 60);
    }

    /** The first scope of the rate card, narrowest first, that had a rate on the day. */
    private static JsonNode rateOn(JsonNode line, LocalDate day) {
        for (JsonNode choice : line.at("/rate_choices")) {
            boolean covers = !day.isBefore(LocalDate.parse(choice.at("/from").asString("")))
                    && !day.isAfter(LocalDate.parse(choice.at("/to").asString("")));
            for (JsonNode considered : choice.at("/considered")) {
                if (covers && considered.has("in_effect")) {
                    assertThat(LocalDate.parse(
                                    considered.at("/in_effect/effective_from").asString("")))
                            .isBeforeOrEqualTo(day);
                    return considered.at("/in_effect");
                }
            }
        }
        throw new AssertionError("no rate explains " + day);
    }

    private static int stepped(int worked, int step, String rounding) {
        RoundingMode mode = switch (rounding) {
            case "up" -> RoundingMode.CEILING;
            case "down" -> RoundingMode.FLOOR;
            default -> RoundingMode.HALF_UP;
        };
        return new BigDecimal(worked).divide(new BigDecimal(step), 0, mode).intValueExact() * step;
    }

    private static String clause(JsonNode line, String path) {
        for (JsonNode clause : line.at("/clauses")) {
            if (clause.at("/path").asString("").equals(path)) {
                return clause.at("/says").asString("");
            }
        }
        throw new AssertionError("no clause " + path);
    }

    private BigDecimal rounded(BigDecimal amount, long part, long whole) {
        return amount.multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP);
    }

    private static long days(JsonNode period, String from, String to) {
        return DAYS.between(
                LocalDate.parse(period.at(from).asString("")),
                LocalDate.parse(period.at(to).asString("")));
    }

    private BigDecimal money(JsonNode money) {
        assertThat(money.at("/currency").asString("")).isEqualTo(currency);
        BigDecimal amount = new BigDecimal(money.at("/amount").asString(""));
        assertThat(amount.scale()).isEqualTo(decimals);
        return amount;
    }
}
