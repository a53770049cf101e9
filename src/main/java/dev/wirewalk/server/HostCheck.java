package dev.wirewalk.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps other web sites out. A foreign page can make its own name point at 127.0.0.1 (DNS rebinding) and would then count as
 * the same origin: a server that listens on the loopback only answers to the loopback's names. And a request that a browser
 * marks as sent by another site may not change anything.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class HostCheck extends OncePerRequestFilter {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean loopbackOnly;

    HostCheck(@Value("${server.address:}") String address) {
        loopbackOnly = isLoopback(address);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (loopbackOnly && !LOOPBACK_NAMES.contains(hostName(request))) {
            refuse(response, 421, "Wirewalk answers to localhost and 127.0.0.1 only.");
        } else if (changes(request) && isForeign(request)) {
            refuse(response, 403, "Wirewalk takes no requests from other web sites.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** The Host header in lower case, without the port. Empty when there is none. */
    private static String hostName(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host == null ? "" : host.replaceFirst(":\\d*$", "").toLowerCase(java.util.Locale.ROOT);
    }

    /** Requests that may change something; a WebSocket starts as a GET. */
    private static boolean changes(HttpServletRequest request) {
        return !Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod()) || request.getHeader("Upgrade") != null;
    }

    /**
     * Whether a browser says that the request comes from a page of another origin. Another port of localhost is the same site
     * but another origin, so the Origin header counts where there is one. What is no browser sends neither.
     */
    private static boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.getHeader("Host"))) {
            return true;
        }
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }

    private static void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().println(sentence);
    }
}
