package dev.wirewalk.store;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Ties each investigation and inspection desk to one browser session: begun when it is first asked for, ended with the session. */
public final class SessionInvestigation implements VaadinServiceInitListener {
    private final transient Investigations investigations;

    public SessionInvestigation(Investigations investigations) {
        this.investigations = investigations;
    }

    /** The investigation of that session and of no other. The session must be locked. */
    public Investigation of(VaadinSession session) {
        return work(session).investigation();
    }

    /** The inspection desk of that session and of no other. The session must be locked. */
    public InspectionDesk deskOf(VaadinSession session) {
        return work(session).desk();
    }

    private SessionWork work(VaadinSession session) {
        SessionWork known = session.getAttribute(SessionWork.class);
        if (known != null) {
            return known;
        }
        SessionWork begun = investigations.open();
        session.setAttribute(SessionWork.class, begun);
        return begun;
    }

    public StoreSettings settings() {
        return investigations.settings();
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionDestroyListener(destroyed -> end(destroyed.getSession()));
    }

    private void end(VaadinSession session) {
        SessionWork work = session.getAttribute(SessionWork.class);
        if (work != null) {
            try {
                investigations.end(work);
            } catch (IOException cause) {
                throw new UncheckedIOException("the uploads of a session that ended could not be removed", cause);
            }
        }
    }
}
