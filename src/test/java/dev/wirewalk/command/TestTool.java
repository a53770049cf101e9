package dev.wirewalk.command;

import dev.wirewalk.dialect.Dialect;
import dev.wirewalk.dialect.DialectSettings;
import dev.wirewalk.dialect.Rendering;
import dev.wirewalk.dialect.Run;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.profile.BadProfileException;
import dev.wirewalk.profile.ProfileLoader;
import dev.wirewalk.profile.ToolProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A tool of which a test chooses what its dialect writes. */
record TestTool(ToolProfile profile, CapturePlanner planner) {
    static final String PROFILE = """
            id: probe
            name: Probe
            vendor: Nobody
            family: words
            summary: Shows packets.
            versions: ["2", "1"]
            sees: [ipv4, ipv6]
            limits: {}
            quoting: shell
            produces: probe-text
            reads-back: false
            options:
              - {name: count, type: integer, min: 1, max: 10, default: 5, meaning: Stop after that many.}
              - {name: file, type: file, max-length: 20, default: /tmp/a.b/x.cap, required: true, per-run: true, meaning: Where to.}
              - {name: label, type: identifier, max-length: 4, default: WW, required: true, per-run: true, meaning: Its name.}
              - {name: quick, type: flag, writes: -q --now, default: false, since: "2", meaning: Be quick.}
              - {name: debug, type: modules, modules: {fw: [drop, conn], up: [error]}, default: "fw + drop, up + all", meaning: What to say.}
            steps:
              - phase: prepare
                when: {form: list}
                command:
                  - {line: "probe add {filter}", for-each: filter}
                why: Adds.
              - phase: prepare
                command:
                  - {line: "probe first {debug}", for-each: debug, take: first}
                  - {line: "probe rest {debug}", for-each: debug, take: rest}
                why: Says what.
              - phase: start
                command: "probe {label}[ {quick}][ -c {count}] -w {file}[ -e {filter}]*"
                why: Starts.
              - phase: stop
                when: {since: "2"}
                command: probe end
                why: Ends.
              - phase: stop
                when: {before: "2"}
                command: probe kill
                why: Ends.
            warnings:
              - {level: danger, when: {no-filter: true}, text: no filter}
              - {level: caution, when: {unset: count}, text: no limit}
              - {level: caution, when: {set: quick}, text: quick}
              - {level: caution, when: {selects: arp}, text: arp}
              - {level: caution, when: {filter-is: one}, text: only one}
              - {level: danger, when: {has: {debug: all}}, text: all flags}
              - {level: caution, when: {form: list}, text: list}
            sources: [a manual]
            """;

    static TestTool writing(Run... runs) throws BadProfileException {
        return of(PROFILE, Rendering.exact(List.of(runs)));
    }

    static TestTool of(String profile, Rendering rendering) throws BadProfileException {
        Dialects dialects = new Dialects(List.of(new FixedDialect(rendering)));
        ToolProfile read = new ProfileLoader(dialects.limitNames(), Optional.empty()).read("probe.yaml", profile);
        return new TestTool(read, new CapturePlanner(dialects, _ -> Optional.empty()));
    }

    CapturePlan plan(Filter filter, Map<String, String> settings) throws InvalidOptionException {
        return planner.plan(profile, filter, settings);
    }

    private record FixedDialect(Rendering rendering) implements Dialect {
        @Override
        public String family() {
            return "words";
        }

        @Override
        public Set<String> limitNames() {
            return Set.of();
        }

        @Override
        public Rendering render(Filter filter, DialectSettings settings) {
            return rendering;
        }
    }
}
