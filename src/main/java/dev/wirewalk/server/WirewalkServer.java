package dev.wirewalk.server;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The web application. Vaadin needs one class that carries the theme of all pages; it is this one. */
@SpringBootApplication(scanBasePackages = "dev.wirewalk")
@EnableVaadin("dev.wirewalk")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("wirewalk/wirewalk.css")
@Push(transport = Transport.WEBSOCKET)
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
public class WirewalkServer implements AppShellConfigurator {

    public static void main(String[] words) {
        try {
            start(words);
        } catch (StartRefused refused) {
            System.err.println("wirewalk serve: "
                    // A word of the command line may hold what steers a terminal.
                    + String.valueOf(refused.getMessage()).replaceAll("[\\p{Cc}\\p{Cf}]", "?"));
            System.exit(2);
        }
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icon", "wirewalk/icon.svg");
    }

    /**
     * Starts the server and returns once it answers.
     *
     * @param words {@code --port NUMBER}, {@code --data FOLDER} and {@code --profiles FOLDER}, all optional
     * @throws StartRefused with one sentence when a word is wrong or the port is taken
     */
    public static ConfigurableApplicationContext start(String... words) {
        Map<String, Object> properties = ServeWords.read(words).properties();
        SpringApplication application = new SpringApplication(WirewalkServer.class);
        // Spring reads no words itself: only those above are part of the command line.
        application.setAddCommandLineProperties(false);
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("wirewalk serve", properties)));
        try {
            return application.run();
        } catch (RuntimeException failure) {
            throw reason(failure);
        }
    }

    private static RuntimeException reason(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return new StartRefused("port " + taken.getPort() + " is in use; choose another with --port", failure);
            }
            if (cause instanceof StartRefused refused) {
                return refused;
            }
        }
        return failure;
    }
}
