package dev.wirewalk.server;

import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.diagnosis.PathWalk;
import dev.wirewalk.diagnosis.PlannedCaptures;
import dev.wirewalk.diagnosis.Walk;
import dev.wirewalk.store.Investigations;
import dev.wirewalk.store.SessionInvestigation;
import dev.wirewalk.store.StoreSettings;
import dev.wirewalk.store.UploadStore;
import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The walk and what it keeps on disk, as beans. */
@Configuration
@EnableConfigurationProperties(StoreSettings.class)
class WalkConfiguration {
    private static final long MINUTES_BETWEEN_EXPIRIES = 10;

    @Bean
    Walk walk(ToolCatalogue tools) {
        return new PathWalk(new PlannedCaptures(tools));
    }

    @Bean(destroyMethod = "")
    UploadStore uploadStore(DataFolder data, StoreSettings settings) {
        try {
            return new UploadStore(data.path(), settings);
        } catch (UncheckedIOException unusable) {
            throw new StartRefused(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    /** Closing the investigations closes the store below them. */
    @Bean
    Investigations investigations(UploadStore store, Walk walk) {
        return new Investigations(store, walk);
    }

    @Bean
    SessionInvestigation sessionInvestigation(Investigations investigations) {
        return new SessionInvestigation(investigations);
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService expiry(Investigations investigations) {
        ScheduledExecutorService expiry = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("expiry").factory());
        expiry.scheduleWithFixedDelay(
                investigations::expire, MINUTES_BETWEEN_EXPIRIES, MINUTES_BETWEEN_EXPIRIES, TimeUnit.MINUTES);
        return expiry;
    }
}
