package dev.wirewalk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionDestroyEvent;
import com.vaadin.flow.server.SessionDestroyListener;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import dev.wirewalk.topology.draft.PathDraft;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class SessionInvestigationTest extends OpenInvestigation {
    private final VaadinService service = mock();

    @Test
    void aSessionHasOneInvestigationAndNoOther() {
        SessionInvestigation sessions = new SessionInvestigation(investigations);
        VaadinSession one = session();
        VaadinSession other = session();

        assertThat(sessions.of(one)).isSameAs(sessions.of(one)).isNotSameAs(sessions.of(other));
    }

    @Test
    void theEndOfTheSessionRemovesItsFiles() throws Exception {
        SessionInvestigation sessions = new SessionInvestigation(investigations);
        sessions.serviceInit(new ServiceInitEvent(service));
        ArgumentCaptor<SessionDestroyListener> listener = ArgumentCaptor.captor();
        verify(service).addSessionDestroyListener(listener.capture());
        VaadinSession ending = session();
        VaadinSession staying = session();
        for (VaadinSession session : new VaadinSession[] {ending, staying}) {
            Investigation own = sessions.of(session);
            own.change(draft -> PathDraft.fourPoints());
            own.receive(own.state().draft().points().getFirst().id(), "a.pcap", 24, capture());
        }
        assertThat(filesOnDisk()).isEqualTo(2);

        listener.getValue().sessionDestroy(new SessionDestroyEvent(service, ending));

        assertThat(filesOnDisk()).isEqualTo(1);
        assertThat(sessions.of(staying).state().hasFiles()).isTrue();
    }

    /** A session that keeps the one attribute that is asked of it. */
    private static VaadinSession session() {
        VaadinSession session = mock();
        when(session.getAttribute(SessionWork.class)).thenReturn(null);
        doAnswer(call -> {
                    SessionWork kept = call.getArgument(1);
                    when(session.getAttribute(SessionWork.class)).thenReturn(kept);
                    return null;
                })
                .when(session)
                .setAttribute(eq(SessionWork.class), any());
        return session;
    }
}
