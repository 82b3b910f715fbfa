package feewright.invoice;

import feewright.platform.Sha256;
import feewright.rule.PackHash;

/** SHA-256, in hex, over everything that made a proposed invoice what it is: equal fingerprints, equal invoices. */
public record Fingerprint(String hex) {

    /** The fingerprint of a proposal as judged by a pack. */
    static Fingerprint of(InvoiceCase from, ProposedInvoice proposed, PackHash pack) {
        StringBuilder text = new StringBuilder("feewright-1\n");
        text.append(pack)
                .append('\n')
                .append(from.days())
                .append('\n')
                .append(proposed.dates())
                .append('\n');
        text.append(proposed.client())
                .append('\n')
                .append(proposed.currency().getCode())
                .append('\n');
        if (proposed.engagement() != null) {
            text.append(proposed.engagement().id())
                    .append(' ')
                    .append(proposed.engagement().terms().id())
                    .append('\n');
        }
        if (from.override() != null) {
            append(text, from.override().reason().text());
            if (from.override().clientNote() != null) {
                append(text, from.override().clientNote().text());
            }
        }
        for (ProposedLine line : proposed.lines()) {
            text.append(line.frozen()).append('\n');
            if (line instanceof ProposedLine.Hourly hourly) {
                hourly.time().forEach(time -> text.append(time.approvals()).append('\n'));
            }
            if (line instanceof ProposedLine.Manual manual) {
                append(text, manual.charge().description().text());
            }
        }
        proposed.unpriced().forEach(time -> text.append(time.version()).append('\n'));
        return new Fingerprint(Sha256.hex(text.toString()));
    }

    /** Content may hold anything, so its length goes before it: no two cases read the same. */
    private static void append(StringBuilder text, String content) {
        text.append(content.length()).append(':').append(content).append('\n');
    }
}
