package dev.wirewalk.shell.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;

/** Shown for an address that no page has. */
@ParentLayout(MainLayout.class)
public class NotFoundPage extends Section implements HasErrorParameter<NotFoundException> {
    public NotFoundPage() {
        setClassName("ww-card");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        removeAll();
        Paragraph way = new Paragraph("The pages are in the header; ");
        way.add(new Anchor("", "Build"), new Text(" is where one starts."));
        add(new H1("There is no page “" + event.getLocation().getPath() + "”"), way);
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
