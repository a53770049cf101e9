package dev.wirewalk.command.path;

import dev.wirewalk.command.PlanWarning;
import dev.wirewalk.profile.OptionType;
import dev.wirewalk.profile.Risk;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.topology.Point;
import java.util.Optional;

/**
 * A tool that knows a few interfaces of its own, such as those of a supervisor or a log, at a point whose interface is none of
 * them: it listens on the one that it takes by itself.
 *
 * @param named the point's interface
 */
record OtherInterface(ToolOption option, String named) {
    static Optional<OtherInterface> of(ToolProfile profile, Point point) {
        return point.settings().containsKey(PathPlanner.INTERFACE)
                ? Optional.empty()
                : profile.option(PathPlanner.INTERFACE)
                        .filter(option -> option.type() instanceof OptionType.Choice)
                        .flatMap(option -> point.interfaceName()
                                .filter(name ->
                                        !name.isEmpty() && !option.type().admits(name))
                                .map(name -> new OtherInterface(option, name)));
    }

    PlanWarning warning() {
        String instead = option.defaultValue().isEmpty() ? "no interface of its own" : option.defaultValue();
        return new PlanWarning(
                Risk.CAUTION,
                "This tool takes %s for its interface and not %s, so %s is used. Set interface at this point when another one of these is meant."
                        .formatted(option.type().rule(), named, instead));
    }
}
