package feewright.api.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/** Whether a port can be listened at: tried before everything that takes long. */
public final class Port {

    private Port() {}

    /** Whether somebody else listens there, or nobody may. Everywhere without an address; 0 is any port, and free. */
    public static boolean isTaken(@Nullable InetAddress address, int port) {
        if (port <= 0) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }
}
