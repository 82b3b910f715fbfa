package feewright.api.evidence;

import feewright.api.clock.FirmClock;
import feewright.ledger.DisputeId;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.AuditTrail;
import feewright.platform.ClientId;
import feewright.platform.Ids;
import feewright.platform.Transactions;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The evidence pack of a dispute, a ZIP archive (requirement D4). It is content: for the firm only. */
@RestController
record EvidenceEndpoint(Transactions transactions, GatherEvidence gatherEvidence, TakenNote taken) {

    /** Who took which pack, for the audit trail. */
    @Component
    record TakenNote(Transactions transactions, AuditTrail audit, Ids ids, FirmClock clock) {

        /** What reads cannot write; so the note has a transaction of its own, and nobody has the pack before it is kept. */
        void keep(Actor reader, Manifest manifest) {
            Actor actor = reader.outsideSession();
            AuditEvent.Target target = new AuditEvent.Target(
                    "dispute", new DisputeId(manifest.disputeId()), new ClientId(manifest.clientId()));
            transactions.in(actor, () -> {
                AuditEventId id = new AuditEventId(ids.next());
                audit.append(
                        new AuditEvent(id, actor, "evidence_pack_exported", target, List.of(), null, clock.now(actor)));
                return id;
            });
        }
    }

    @GetMapping(path = "/v1/disputes/{id}/evidence-pack", produces = "application/zip")
    ResponseEntity<byte[]> take(Actor actor, @PathVariable UUID id) {
        EvidencePack pack = transactions.reading(actor, () -> gatherEvidence.gather(actor, id));
        byte[] archive = pack.zipped();
        taken.keep(actor, pack.manifest());
        ContentDisposition attached = ContentDisposition.attachment()
                .filename("evidence-" + id + ".zip")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attached.toString())
                .body(archive);
    }
}
