/**
 * The command line, one class per subcommand.
 *
 * <p>Flows in: words, and files that they name. Flows out: results on standard output, as text or as one JSON document, and
 * nothing else there; messages go to standard error as one line that says what and where. Exit codes: 0 done, 2 bad usage or
 * input; a subcommand that judges adds its own. No Spring here: a command answers in a fraction of a second.
 */
@NullMarked
package dev.wirewalk.cli;

import org.jspecify.annotations.NullMarked;
