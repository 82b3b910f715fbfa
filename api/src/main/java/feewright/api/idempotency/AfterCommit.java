package feewright.api.idempotency;

import feewright.platform.Actor;

/** What is done once a writing request was committed, before it is answered: what the request set off is then there to be seen. */
@FunctionalInterface
public interface AfterCommit {

    /** Never fails: whatever is cut short is gone on with by an instance, seconds later. */
    void committed(Actor actor);
}
