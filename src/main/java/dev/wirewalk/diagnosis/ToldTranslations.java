package dev.wirewalk.diagnosis;

import dev.wirewalk.match.FlowKey;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.topology.Translation;
import java.util.List;

/** The flow's addresses behind the translations that the path file tells. */
final class ToldTranslations {
    private final Scene scene;

    ToldTranslations(Scene scene) {
        this.scene = scene;
    }

    /**
     * @param first the flow as the path's first point shows it
     * @return as it is at this point; the client's port is -1 behind a translation that may change it
     */
    FlowKey at(PointTrace point, FlowKey first) {
        FlowKey key = first;
        List<PointTrace> points = scene.points();
        for (int i = 1; i <= points.indexOf(point); i++) {
            if (points.get(i).device().equals(points.get(i - 1).device())) {
                key = behind(points.get(i).device(), key);
            }
        }
        return key;
    }

    private FlowKey behind(String device, FlowKey before) {
        FlowKey key = before;
        for (Translation told : scene.trace().path().nat()) {
            if (told.device().equals(device)) {
                key = translated(told, key);
            }
        }
        return key;
    }

    private static FlowKey translated(Translation told, FlowKey key) {
        FlowKey there = told.destination()
                .filter(destination -> destination.address().equals(key.server()))
                .map(destination -> new FlowKey(
                        key.protocol(),
                        key.client(),
                        key.clientPort(),
                        destination.to(),
                        destination.toPort().orElse(key.serverPort())))
                .orElse(key);
        return told.source()
                .map(source -> new FlowKey(there.protocol(), source.to(), -1, there.server(), there.serverPort()))
                .orElse(there);
    }
}
