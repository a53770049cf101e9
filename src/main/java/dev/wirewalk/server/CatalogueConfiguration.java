package dev.wirewalk.server;

import dev.wirewalk.build.ui.Desk;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.profile.BadProfileException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tools as beans, read once: their profiles do not change while the server runs. */
@Configuration
class CatalogueConfiguration {
    @Bean
    ToolCatalogue toolCatalogue() {
        return ToolCatalogue.standard();
    }

    @Bean
    Desk desk(ToolCatalogue catalogue, @Value("${wirewalk.tools.first}") List<String> first) {
        try {
            return new Desk(catalogue, first);
        } catch (BadProfileException bad) {
            throw new StartRefused("a tool's profile cannot be used: " + bad.getMessage(), bad);
        }
    }
}
