package feewright.api.evidence;

import feewright.api.evidence.PaymentFiles.PaymentFacts;
import feewright.api.json.MoneyJson;
import feewright.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a pack is about and what is in it. {@code as_of} is the time of the latest fact in it, and not when it was asked for: nothing
 * that happened in between would be missing. {@code texts_purged}: the words were blanked, so that the pack is without them.
 */
record Manifest(
        Instant asOf,
        UUID disputeId,
        UUID paymentId,
        UUID invoiceId,
        String invoiceNumber,
        UUID clientId,
        @Nullable UUID engagementId,
        AmountsInPack amounts,
        @Nullable Boolean textsPurged,
        List<FileInPack> files,
        List<Piece.Absent> absent) {

    static final String NAME = "manifest.json";

    /** What the invoice was issued for, what the payment brought, and what of it is disputed and was charged back. */
    record AmountsInPack(MoneyJson invoiced, MoneyJson paid, MoneyJson claimed, MoneyJson chargedBack) {}

    record FileInPack(String name, String says, int bytes, String sha256) {

        static FileInPack of(Piece.Kept file) {
            byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
            return new FileInPack(file.name(), file.says(), bytes.length, Sha256.hex(bytes));
        }
    }

    static Manifest of(Evidenced of, PaymentFacts payment, List<Piece> pieces, Instant asOf) {
        var head = of.invoice().head();
        var course = of.dispute().course();
        return new Manifest(
                asOf,
                of.dispute().id().value(),
                of.dispute().of().payment().value(),
                head.id().value(),
                head.number().toString(),
                head.parties().client().value(),
                head.parties().engagement() == null
                        ? null
                        : head.parties().engagement().value(),
                new AmountsInPack(
                        MoneyJson.of(head.totals().total()),
                        payment.payment().amount(),
                        MoneyJson.of(course.claimed()),
                        MoneyJson.of(course.chargedBack())),
                of.purged() ? true : null,
                kept(pieces).map(FileInPack::of).toList(),
                pieces.stream()
                        .flatMap(piece -> piece instanceof Piece.Absent absent ? Stream.of(absent) : Stream.empty())
                        .toList());
    }

    static Stream<Piece.Kept> kept(List<Piece> pieces) {
        return pieces.stream().flatMap(piece -> piece instanceof Piece.Kept kept ? Stream.of(kept) : Stream.empty());
    }
}
