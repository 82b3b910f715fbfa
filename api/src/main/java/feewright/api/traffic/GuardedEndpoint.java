package feewright.api.traffic;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.coyote.AbstractProcessor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's endpoint with two limits that it lacks: how many connections one address has, and how long a head may take to arrive. Its
 * own time-out begins anew with every byte.
 */
final class GuardedEndpoint extends NioEndpoint {

    /** The connections by address; a closed one is found when its address comes again. Known to the one thread that accepts. */
    private final Map<InetAddress, List<SocketChannel>> byAddress = new HashMap<>();

    private @Nullable Limits limits;

    /** {@code connections} of one address that is no proxy; {@code headTime} from the first byte of a head to its last. */
    record Limits(int connections, Duration headTime, Proxies proxies) {}

    void limit(Limits set) {
        limits = set;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (isAdmitted(socket)) {
            return super.setSocketOptions(socket);
        }
        destroySocket(socket);
        return false;
    }

    @Override
    public boolean processSocket(SocketWrapperBase<NioChannel> wrapper, SocketEvent event, boolean dispatch) {
        if (event == SocketEvent.OPEN_READ && isLate(wrapper)) {
            wrapper.close();
            return true;
        }
        return super.processSocket(wrapper, event, dispatch);
    }

    private boolean isAdmitted(SocketChannel socket) {
        @Nullable InetAddress address = address(socket);
        if (limits == null || address == null || limits.proxies().isTrusted(address)) {
            return true;
        }
        if (byAddress.size() > getMaxConnections()) {
            byAddress.values().removeIf(all -> all.stream().noneMatch(SocketChannel::isOpen));
        }
        List<SocketChannel> ofAddress = byAddress.computeIfAbsent(address, any -> new ArrayList<>());
        ofAddress.removeIf(one -> !one.isOpen());
        return ofAddress.size() < limits.connections() && ofAddress.add(socket);
    }

    private static @Nullable InetAddress address(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress known ? known.getAddress() : null;
        } catch (IOException gone) {
            return null;
        }
    }

    /** A processor stays with its connection only while a head is incomplete. */
    private boolean isLate(@Nullable SocketWrapperBase<NioChannel> wrapper) {
        return limits != null
                && wrapper != null
                && wrapper.getCurrentProcessor() instanceof AbstractProcessor waiting
                && waiting.getRequest().getStartTimeNanos() != -1
                && System.nanoTime() - waiting.getRequest().getStartTimeNanos()
                        > limits.headTime().toNanos();
    }
}
