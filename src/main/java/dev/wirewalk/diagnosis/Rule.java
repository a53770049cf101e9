package dev.wirewalk.diagnosis;

import java.util.Optional;

/** One way for a flow to fail, limp or work. Rules are asked in the catalogue's order; the first that concludes decides. */
interface Rule {
    Optional<Finding> judge(Scene scene);
}
