package dev.wirewalk.shell.ui;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shown when a page fails to open. The cause goes to the log, not to the browser. */
@ParentLayout(MainLayout.class)
public class FailurePage extends Section implements HasErrorParameter<Exception> {
    private static final Logger LOG = LoggerFactory.getLogger(FailurePage.class);

    public FailurePage() {
        setClassName("ww-card");
        add(
                new H1("This page failed to open"),
                new Paragraph("It is a fault of Wirewalk, not yours. The log of the server says what happened."));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        LOG.error("The page {} failed to open", event.getLocation().getPath(), parameter.getException());
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
