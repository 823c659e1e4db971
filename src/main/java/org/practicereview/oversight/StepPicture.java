package org.practicereview.oversight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.practicereview.partnership.Partnership;
import org.springframework.web.util.HtmlUtils;

/** Draws a model as it is drawn in Modeler, in the words of a partnership. */
class StepPicture {

  private static final int MARGIN = 20;
  private static final int LINE = 14;
  private static final double LETTER = 6.2;
  private static final Mark NONE = new Mark("", 0);

  private final StepModel model;
  private final Partnership partnership;
  private final Set<FlowNode> taken;
  private final String title;
  private final Map<String, Mark> marks;
  private final StringBuilder drawn = new StringBuilder();
  private double left = Double.MAX_VALUE;
  private double top = Double.MAX_VALUE;
  private double right;
  private double bottom;

  StepPicture(StepModel model, Partnership partnership) {
    this(model, partnership, "The whole journey of a review", Map.of());
  }

  /**
   * Makes a picture on which something is said of its steps.
   *
   * @param marks what is said, by the ids of the elements
   */
  StepPicture(StepModel model, Partnership partnership, String title, Map<String, Mark> marks) {
    this.model = model;
    this.partnership = partnership;
    this.taken = model.taken(partnership);
    this.title = title;
    this.marks = marks;
  }

  /**
   * What is said of a step.
   *
   * @param words a few words, which stand above it; may be empty
   * @param strength from 0, as it is drawn anyway, to 4; the darker, the thicker its line
   */
  record Mark(String words, int strength) {

    private static final List<String> FILLS =
        List.of("#e8f1f8", "#fff7bf", "#ffdd00", "#f9b15f", "#f47738");

    String fill() {
      return FILLS.get(strength);
    }

    String line() {
      return strength == 0 ? "" : " stroke-width=\"" + (1.5 + strength) + "\"";
    }
  }

  /** The picture; its words are those of the list beside it, so a screen reader hears its title. */
  String svg() {
    model.flows().forEach(this::draw);
    model.shown().stream().filter(Activity.class::isInstance).forEach(this::draw);
    model.shown().stream().filter(node -> !(node instanceof Activity)).forEach(this::draw);
    return """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="picture-title"\
         width="%1$.0f" height="%2$.0f" viewBox="%3$.0f %4$.0f %1$.0f %2$.0f"\
         font-family="Liberation Sans, Arial, sans-serif" font-size="12" fill="none"\
         stroke="#0b0c0c" stroke-width="1.5">
        <title id="picture-title">%6$s</title>
        <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7"\
         markerHeight="7" orient="auto"><path d="M0 0 L10 5 L0 10 z" fill="#0b0c0c"\
         stroke="none"/></marker></defs>
        <rect x="%3$.0f" y="%4$.0f" width="%1$.0f" height="%2$.0f" fill="#ffffff" stroke="none"/>
        %5$s</svg>
        """
        .formatted(
            right - left + 2 * MARGIN,
            bottom - top + 2 * MARGIN,
            left - MARGIN,
            top - MARGIN,
            drawn,
            HtmlUtils.htmlEscape(title, "UTF-8"));
  }

  private void draw(SequenceFlow flow) {
    model.model().getModelElementsByType(BpmnEdge.class).stream()
        .filter(edge -> flow.equals(edge.getBpmnElement()))
        .forEach(
            edge -> {
              Collection<Waypoint> points = edge.getWaypoints();
              points.forEach(point -> reach(point.getX(), point.getY()));
              add(
                  "<polyline points=\"%s\" marker-end=\"url(#arrow)\"%s/>",
                  points.stream()
                      .map(point -> "%.0f,%.0f".formatted(point.getX(), point.getY()))
                      .collect(Collectors.joining(" ")),
                  look(taken.contains(flow.getSource()) && taken.contains(flow.getTarget())));
              label(flow.getName(), edge.getBpmnLabel(), null);
            });
  }

  private void draw(FlowNode node) {
    Bounds at = model.shape(node).getBounds();
    reach(at.getX(), at.getY());
    reach(at.getX() + at.getWidth(), at.getY() + at.getHeight());
    double x = at.getX() + at.getWidth() / 2;
    double y = at.getY() + at.getHeight() / 2;
    Mark mark = marks.getOrDefault(node.getId(), NONE);
    String look = look(taken.contains(node) || mark != NONE) + mark.line();
    if (node instanceof Activity) {
      add(
          "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"8\" fill=\"%s\"%s/>",
          at.getX(),
          at.getY(),
          at.getWidth(),
          at.getHeight(),
          node instanceof SubProcess ? "none" : mark.fill(),
          look);
      words(node.getName(), x, node instanceof SubProcess ? at.getY() + LINE : y, at.getWidth());
      said(mark, x, at.getY());
    } else if (node instanceof Gateway) {
      double half = at.getWidth() / 2;
      add(
          "<path d=\"M%.0f %.0f l%.0f %.0f l-%.0f %.0f l-%.0f -%.0f z\" fill=\"%s\"%s/>",
          x, at.getY(), half, half, half, half, half, half, filled(mark), look);
      if (node instanceof ParallelGateway) {
        add("<path d=\"M%.0f %.0f v20 m-10 -10 h20\" stroke-width=\"3\"/>", x, y - 10);
      }
      label(node.getName(), model.shape(node).getBpmnLabel(), at);
    } else if (node instanceof Event) {
      add(
          "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.0f\" fill=\"%s\"%s%s/>",
          x,
          y,
          at.getWidth() / 2,
          filled(mark),
          node instanceof EndEvent && mark == NONE ? " stroke-width=\"4\"" : "",
          look);
      label(node.getName(), model.shape(node).getBpmnLabel(), at);
    }
  }

  /** On the upper edge of a step, in a box of its own, so that it is read without colour. */
  private void said(Mark mark, double x, double y) {
    if (!mark.words().isEmpty()) {
      double width = mark.words().length() * LETTER + 10;
      add(
          "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"16\" fill=\"#ffffff\"/>",
          x - width / 2, y - 10, width);
      add(
          "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\" fill=\"#0b0c0c\" stroke=\"none\""
              + " font-weight=\"bold\">%s</text>",
          x, y + 2, HtmlUtils.htmlEscape(mark.words(), "UTF-8"));
      reach(x - width / 2, y - 10);
      reach(x + width / 2, y);
    }
  }

  private static String filled(Mark mark) {
    return mark == NONE ? "#ffffff" : mark.fill();
  }

  private static String look(boolean taken) {
    return taken ? "" : " stroke-dasharray=\"5 4\" stroke=\"#6f777b\"";
  }

  /**
   * A label where the model has it. Own words can be longer: they grow away from what they name.
   *
   * @param named the place of what it names; null for a flow
   */
  private void label(String name, BpmnLabel label, Bounds named) {
    if (name != null && label != null && label.getBounds() != null) {
      Bounds at = label.getBounds();
      double width = Math.max(at.getWidth(), 90);
      double height = lines(said(name), width).size() * LINE;
      double upper = at.getY() + (at.getHeight() - height) / 2;
      if (named != null && at.getY() >= named.getY() + named.getHeight()) {
        upper = at.getY();
      } else if (named != null && at.getY() + at.getHeight() <= named.getY()) {
        upper = at.getY() + at.getHeight() - height;
      }
      double x = at.getX() + at.getWidth() / 2;
      reach(x - width / 2, upper);
      reach(x + width / 2, upper + height);
      words(name, x, upper + height / 2, width);
    }
  }

  private String said(String name) {
    return partnership.words().in(name.replaceAll("\\s+", " "));
  }

  /** Words in the middle of a place, in as many lines as they need. */
  private void words(String name, double x, double y, double width) {
    List<String> lines = lines(said(name), width);
    double first = y - (lines.size() - 1) * LINE / 2.0 + 4;
    for (int i = 0; i < lines.size(); i++) {
      add(
          "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\" fill=\"#0b0c0c\" stroke=\"none\">%s</text>",
          x, first + i * LINE, HtmlUtils.htmlEscape(lines.get(i), "UTF-8"));
    }
  }

  private static List<String> lines(String words, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.split(" ")) {
      if (!line.isEmpty() && (line.length() + 1 + word.length()) * LETTER > width - 6) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private void reach(double x, double y) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }

  private void add(String format, Object... values) {
    drawn.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
