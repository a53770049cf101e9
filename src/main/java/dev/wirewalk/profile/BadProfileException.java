package dev.wirewalk.profile;

import java.util.List;
import java.util.stream.Collectors;

/** A profile that is refused, with all that is wrong with it. */
public final class BadProfileException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<ProfileProblem> problems;

    public BadProfileException(List<ProfileProblem> problems) {
        super(problems.stream().map(ProfileProblem::text).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<ProfileProblem> problems() {
        return problems;
    }
}
