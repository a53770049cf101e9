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
        } else if (changes(request) && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
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

    private static boolean changes(HttpServletRequest request) {
        return !Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
    }

    private static void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().println(sentence);
    }
}
