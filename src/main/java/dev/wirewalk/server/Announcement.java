package dev.wirewalk.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says once, in one line, where the pages are. */
@Component
class Announcement implements ApplicationListener<ApplicationReadyEvent> {
    private final String address;

    Announcement(@Value("${server.address:}") String address) {
        this.address = address;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        String port = environment.getProperty("local.server.port", "");
        if (!port.isEmpty()) {
            System.out.println("Wirewalk is ready at http://" + host() + ":" + port + "/ (stop with Ctrl+C)");
        }
    }

    private String host() {
        try {
            InetAddress bound = InetAddress.getByName(address);
            return bound.isLoopbackAddress() || bound.isAnyLocalAddress() ? "localhost" : address;
        } catch (UnknownHostException notBoundToIt) {
            return address;
        }
    }
}
