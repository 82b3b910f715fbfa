package feewright.api.webhook;

import feewright.api.rounds.FirmRounds;
import feewright.api.rounds.KeepGoing;
import feewright.api.rounds.Loop;
import feewright.api.rounds.Looping;
import feewright.platform.FirmId;
import feewright.webhook.Dispatch;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Goes through the outboxes of all firms, and tells receivers what is due. Any number of instances may: what one has taken, the
 * others pass over.
 */
public final class WebhookSender implements SmartLifecycle, Looping {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final int PATIENCE_SECONDS = 12;

    private final WebhookSettings settings;
    private final DeliveryWork telling;
    private final SendLimits room;
    private final ExecutorService workers;
    private final FirmRounds rounds;

    public WebhookSender(WebhookSettings settings, DeliveryWork telling) {
        this.settings = settings;
        this.telling = telling;
        this.room = new SendLimits(settings.workers());
        this.rounds = new FirmRounds("teller", telling.firms(), settings.every(), this::tell);
        this.workers = Executors.newFixedThreadPool(
                settings.workers(), Thread.ofPlatform().name("telling-", 1).factory());
    }

    /** Sends what the firm has due as fast as its receivers answer, but for no longer than the others can wait. */
    public void tell(FirmId firm) {
        try {
            long until = System.nanoTime() + settings.every().toNanos();
            do {
                List<Dispatch> taken = telling.take(firm, among -> room.divide(firm, among));
                taken.forEach(room::enter);
                taken.forEach(dispatch -> workers.execute(() -> send(dispatch)));
                if (taken.isEmpty()) {
                    return;
                }
                room.await(settings.every());
            } while (System.nanoTime() < until);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What fails here falls due again by itself. */
    private void send(Dispatch dispatch) {
        KeepGoing.through("telling of event " + dispatch.event().id(), () -> telling.send(dispatch));
        room.leave(dispatch);
    }

    @Override
    public Loop loop() {
        return rounds.loop();
    }

    @Override
    public void start() {
        loop().begin(settings.enabled() && telling.mail().secrets().areOn());
    }

    /** Lets requests that are under way end, so that what came of them is written down. */
    @Override
    public void stop() {
        loop().end();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a receiver did not answer in time: it is told again later");
            }
            telling.mail().sending().close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            LOG.warn("the connections to receivers did not close");
        }
    }

    @Override
    public boolean isRunning() {
        return loop().isGoing();
    }
}
