package dev.wirewalk.server;

import dev.wirewalk.build.ui.Desk;
import dev.wirewalk.command.Dialects;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.profile.ProfileProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tools as beans. Files of the folder for more profiles count as soon as they are there. */
@Configuration
class CatalogueConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogueConfiguration.class);

    @Bean
    ToolCatalogue toolCatalogue(@Value("${wirewalk.profiles:}") String folder) {
        if (folder.isEmpty()) {
            return new ToolCatalogue(Dialects.standard(), Optional.empty());
        }
        Path more = Path.of(folder);
        if (!Files.isDirectory(more)) {
            throw new StartRefused("--profiles: " + more + " is not a folder");
        }
        return new ToolCatalogue(Dialects.standard(), Optional.of(more));
    }

    @Bean
    Desk desk(ToolCatalogue catalogue, @Value("${wirewalk.tools.first}") List<String> first) {
        catalogue.usable().problems().stream()
                .map(ProfileProblem::text)
                .forEach(problem -> LOG.warn("A profile is left out: {}", problem));
        return new Desk(catalogue, first);
    }
}
