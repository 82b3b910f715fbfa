package feewright.api.engagement;

import feewright.api.web.Fields;
import feewright.engagement.Signature;
import feewright.platform.CustomerText;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A signature that was read; with stand-ins where it has faults. */
record SignedBy(Signature.Method method, String documentHash, Instant signedAt, CustomerText signatory) {

    /** Reads what is at the pointer {@code at} of a body. */
    static SignedBy read(Fields fields, SignatureJson body, String at) {
        String code = fields.text(body.method(), at + "/method");
        Optional<Signature.Method> method = Arrays.stream(Signature.Method.values())
                .filter(known -> known.code().equals(code))
                .findFirst();
        if (body.method() != null && method.isEmpty()) {
            fields.fault("method-unknown", at + "/method");
        }
        String hash = fields.text(body.documentSha256(), at + "/document_sha256");
        if (body.documentSha256() != null && !Signature.isDocumentHash(hash)) {
            fields.fault("document-sha256-not-a-hash", at + "/document_sha256");
        }
        Instant signedAt = fields.instant(body.signedAt(), at + "/signed_at");
        CustomerText signatory = fields.name(body.signatory(), at + "/signatory");
        return new SignedBy(method.orElse(Signature.Method.HANDWRITTEN), hash, signedAt, signatory);
    }
}
