package dev.wirewalk.build.ui.path;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wirewalk.build.ui.PlanBody;
import dev.wirewalk.command.path.PointPlan;
import dev.wirewalk.profile.ToolProfile;

/** What is typed at one point of the path. */
final class PointPlanCard extends Article {
    PointPlanCard(PointPlan point, ToolProfile tool) {
        setClassName("ww-card ww-tool");
        setId("point-" + point.points().getFirst());
        String at = point.interfaceName().isEmpty() ? "" : " · " + point.interfaceName();
        Span where = new Span(
                point.device() + at + " · " + tool.name() + " " + point.plan().version());
        where.setClassName("ww-soft");
        Div head =
                new Div(new H3(point.name()), where, PlanBody.badge(point.plan().coverage()));
        head.setClassName("ww-tool-head");
        Paragraph filter = new Paragraph(new Span("Filter here: "), new Code(shown(point.filter())));
        filter.setClassName("ww-note");
        Div body = new Div();
        body.setClassName("ww-tool-body");
        body.add(filter);
        PlanBody.fill(body, "point-" + point.points().getFirst(), point.plan());
        add(head, body);
    }

    private static String shown(String filter) {
        return filter.isEmpty() ? "every packet" : filter;
    }
}
