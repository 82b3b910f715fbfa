package feewright.stripe;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * How Stripe counts a currency: in how many decimals, in which step of these units, and at least and at most how many of them it
 * charges. Source of the table: docs.stripe.com/currencies, read in November 2026. Three of its limits are less simple than they look
 * here. The least amount is that of an account which is paid out in this currency; where it is converted, Stripe refuses what is too
 * little in the other. The most is what any payment method takes: card networks may take up to twelve digits, or less. And HUF and TWD
 * have no decimals where Stripe pays out, which concerns no charge.
 */
record StripeCurrency(int decimals, long step, long least, long most) {

    private static final long EIGHT_DIGITS = 99_999_999;
    private static final long NINE_DIGITS = 999_999_999;
    private static final long TEN_DIGITS = 9_999_999_999L;
    private static final long TWELVE_DIGITS = 999_999_999_999L;

    private static final String TWO_DECIMALS = """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CNY COP CRC CVE CZK
        DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR JMD KES KGS KHR KYD KZT LAK LBP LKR
        LRD LSL MAD MDL MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB
        SAR SBD SCR SEK SGD SHP SLE SOS SRD STD SZL THB TJS TOP TRY TTD TWD TZS UAH USD UYU UZS WST XCD YER ZAR ZMW
        """;
    private static final String NO_DECIMALS = "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF";

    /** Of these the last digit has to be 0, as not all of Stripe's partners know it. */
    private static final String THREE_DECIMALS = "BHD JOD KWD OMR TND";

    /** Once had two decimals; Stripe goes on counting hundredths, and takes whole ones only. */
    private static final String HUNDREDTHS_OF_WHOLES = "ISK UGX";

    /** The least that is charged, in units, where Stripe names it. */
    private static final String LEAST = """
        AED=200 ARS=50 AUD=50 BGN=100 BRL=50 CAD=50 CHF=50 COP=50 CZK=1500 DKK=250 EUR=50 GBP=30 HKD=400 HUF=17500 IDR=50 ILS=50
        INR=50 JPY=50 KRW=50 MXN=1000 MYR=200 NOK=300 NZD=50 PHP=50 PLN=200 RON=200 RUB=50 SEK=300 SGD=50 THB=1000 USD=50 ZAR=50
        """;

    private static final Map<String, Long> MOST = Map.of("IDR", TWELVE_DIGITS, "COP", TEN_DIGITS, "INR", NINE_DIGITS);

    private static final Map<String, StripeCurrency> ALL = all();

    /** Empty for a currency that Stripe does not take. */
    static Optional<StripeCurrency> of(CurrencyUnit unit) {
        return Optional.ofNullable(ALL.get(unit.getCode()));
    }

    static Map<String, StripeCurrency> byCode() {
        return ALL;
    }

    private static Map<String, StripeCurrency> all() {
        Map<String, Long> least = new HashMap<>();
        for (String one : words(LEAST)) {
            least.put(one.substring(0, 3), Long.valueOf(one.substring(4)));
        }
        Map<String, StripeCurrency> all = new HashMap<>();
        Map.of(
                        TWO_DECIMALS, new Count(2, 1),
                        NO_DECIMALS, new Count(0, 1),
                        THREE_DECIMALS, new Count(3, 10),
                        HUNDREDTHS_OF_WHOLES, new Count(2, 100))
                .forEach((codes, count) -> {
                    for (String code : words(codes)) {
                        all.put(code, count.of(code, least.getOrDefault(code, count.step())));
                    }
                });
        return Map.copyOf(all);
    }

    private static String[] words(String text) {
        return text.strip().split("\\s+", -1);
    }

    /** How currencies of one kind are counted. */
    private record Count(int decimals, long step) {

        StripeCurrency of(String code, long least) {
            return new StripeCurrency(decimals, step, least, MOST.getOrDefault(code, EIGHT_DIGITS));
        }
    }
}
