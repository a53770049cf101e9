package dev.wirewalk.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The headers of {@link SecurityHeaders} for what Tomcat refuses by itself, before any filter of ours: malformed addresses,
 * TRACE, its own private folders.
 */
@Component
class AnswerHeaders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new ValveBase(true) {
            @Override
            public void invoke(Request request, Response response) throws IOException, ServletException {
                SecurityHeaders.set(response);
                getNext().invoke(request, response);
            }
        });
    }
}
