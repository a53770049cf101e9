package dev.wirewalk.walk.ui;

import java.nio.file.Path;

/** Shows a capture of the walk on the Inspect page. */
@FunctionalInterface
interface ToInspect {
    /**
     * @param name as the person called the file
     * @param frame to be opened there, 0 for none
     */
    void show(String name, Path file, long frame);
}
