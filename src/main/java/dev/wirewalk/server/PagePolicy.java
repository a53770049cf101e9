package dev.wirewalk.server;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * The Content-Security-Policy of the pages, as strict as Vaadin 25 can run under: everything from this server only,
 * scripts only from files or with the nonce of this one answer.
 *
 * <p>Two loosenings are Vaadin's: {@code 'unsafe-eval'}, because Flow's client turns the server's calls into functions,
 * and {@code 'unsafe-inline'} for styles, because its components write their own.
 */
@Component
class PagePolicy implements VaadinServiceInitListener {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(PagePolicy::apply);
    }

    private static void apply(IndexHtmlResponse page) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        Document document = page.getDocument();
        // Runs before the first paint, so that a chosen theme does not flash.
        document.head().prependChild(new Element("script").attr("src", "wirewalk/theme.js"));
        document.select("script").forEach(script -> script.attr("nonce", nonce));
        page.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce));
    }

    static String policy(String nonce) {
        return "default-src 'none'; script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'; script-src-attr 'none';"
                + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
                + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }
}
