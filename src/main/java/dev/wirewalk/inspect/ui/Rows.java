package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import java.util.function.Consumer;

/** How rows of the lists are opened: by a click, by Enter, by the space bar; the open one stays marked. */
final class Rows {
    private Rows() {}

    /** @param opened told the row, also when it is clicked again */
    static <T> void open(Grid<T> grid, Consumer<T> opened) {
        if (grid.setSelectionMode(Grid.SelectionMode.SINGLE) instanceof GridSingleSelectionModel<T> single) {
            single.setDeselectAllowed(false);
        }
        grid.addItemClickListener(click -> opened.accept(click.getItem()));
        grid.addSelectionListener(selection -> {
            if (selection.isFromClient()) {
                selection.getFirstSelectedItem().ifPresent(opened);
            }
        });
    }
}
