package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.springframework.web.util.HtmlUtils;

/** Draws a model as it is drawn in Modeler, with what is new, gone or changed marked. */
final class ModelPicture {

  private static final int MARGIN = 24;
  private static final int LINE = 14;
  private static final double LETTER = 6.2;
  private static final String INK = "#0b0c0c";

  private final BpmnModelInstance model;
  private final Map<String, Mark> marks;
  private final Map<String, String> captions;
  private final StringBuilder drawn = new StringBuilder();
  private double left = Double.MAX_VALUE;
  private double top = Double.MAX_VALUE;
  private double right;
  private double bottom;

  ModelPicture(BpmnModelInstance model, Map<String, Mark> marks) {
    this(model, marks, Map.of());
  }

  /** With words beside the steps, by their ids. */
  ModelPicture(BpmnModelInstance model, Map<String, Mark> marks, Map<String, String> captions) {
    this.model = model;
    this.marks = marks;
    this.captions = captions;
  }

  /** The picture; what is marked also stands in sentences beside it. */
  String svg(String title) {
    List<BpmnShape> shapes =
        model.getModelElementsByType(BpmnShape.class).stream()
            .filter(shape -> shape.getBpmnElement() instanceof FlowNode)
            .sorted(Comparator.comparing(ModelPicture::floor))
            .toList();
    shapes.stream().filter(one -> one.getBpmnElement() instanceof SubProcess).forEach(this::node);
    model.getModelElementsByType(BpmnEdge.class).forEach(this::edge);
    shapes.stream()
        .filter(one -> !(one.getBpmnElement() instanceof SubProcess))
        .forEach(this::node);
    captions();
    if (right < left) {
      // Nothing is drawn in it.
      reach(0, 0);
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%1$.0f" height="%2$.0f"\
         viewBox="%3$.0f %4$.0f %1$.0f %2$.0f" font-family="Liberation Sans, Arial, sans-serif"\
         font-size="12" fill="none" stroke="#0b0c0c" stroke-width="1.5">
        <title>%6$s</title>
        <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="10"\
         markerHeight="10" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L10 5 L0 10 z" fill="#0b0c0c"\
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

  private void captions() {
    CaptionPlaces places = new CaptionPlaces(model, captions);
    drawn.append(places.svg());
    places
        .placed()
        .forEach(
            one -> {
              reach(one.at().getMinX(), one.at().getMinY());
              reach(one.at().getMaxX(), one.at().getMaxY());
            });
  }

  /** What holds something is drawn under it, what stands on an edge above it. */
  private static int floor(BpmnShape shape) {
    BaseElement node = shape.getBpmnElement();
    return node instanceof SubProcess ? depth(node) : node instanceof Activity ? 100 : 200;
  }

  private static int depth(BaseElement node) {
    return node.getParentElement() instanceof SubProcess part ? 1 + depth(part) : 0;
  }

  private void edge(BpmnEdge edge) {
    if (edge.getBpmnElement() instanceof SequenceFlow flow) {
      edge.getWaypoints().forEach(point -> reach(point.getX(), point.getY()));
      add(
          "<polyline points=\"%s\" marker-end=\"url(#arrow)\"%s/>",
          edge.getWaypoints().stream()
              .map(point -> "%.0f,%.0f".formatted(point.getX(), point.getY()))
              .collect(Collectors.joining(" ")),
          look(flow.getId()));
      label(flow.getName(), edge.getBpmnLabel(), null);
    }
  }

  private void node(BpmnShape shape) {
    FlowNode node = (FlowNode) shape.getBpmnElement();
    Bounds at = shape.getBounds();
    reach(at.getX(), at.getY());
    reach(at.getX() + at.getWidth(), at.getY() + at.getHeight());
    double x = at.getX() + at.getWidth() / 2;
    double y = at.getY() + at.getHeight() / 2;
    if (node instanceof Activity) {
      boolean part = node instanceof SubProcess;
      add(
          "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"8\" fill=\"%s\"%s/>",
          at.getX(),
          at.getY(),
          at.getWidth(),
          at.getHeight(),
          part ? "none" : node instanceof UserTask ? "#e8f1f8" : "#ffffff",
          look(node.getId()));
      words(node.getName(), x, part ? at.getY() + LINE : y, at.getWidth());
    } else if (node instanceof Gateway) {
      double half = at.getWidth() / 2;
      add(
          "<path d=\"M%.0f %.0f l%.0f %.0f l-%.0f %.0f l-%.0f -%.0f z\" fill=\"#ffffff\"%s/>",
          x, at.getY(), half, half, half, half, half, half, look(node.getId()));
      add(
          node instanceof ParallelGateway
              ? "<path d=\"M%.0f %.0f v20 m-10 -10 h20\" stroke-width=\"3\"/>"
              : "<path d=\"M%.0f %.0f m-7 3 l14 14 m0 -14 l-14 14\" stroke-width=\"2.5\"/>",
          x,
          y - 10);
      label(node.getName(), shape.getBpmnLabel(), at);
    } else if (node instanceof Event) {
      add(
          "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.0f\" fill=\"#ffffff\"%s%s/>",
          x,
          y,
          at.getWidth() / 2,
          node instanceof EndEvent ? " stroke-width=\"4\"" : "",
          look(node.getId()));
      if (!node.getChildElementsByType(TimerEventDefinition.class).isEmpty()) {
        add("<path d=\"M%.0f %.0f v-9 m0 9 l6 4\"/>", x, y);
      }
      label(node.getName(), shape.getBpmnLabel(), at);
    }
    mark(node, at);
  }

  /** The word at the upper edge. */
  private void mark(FlowNode node, Bounds at) {
    Mark mark = marks.get(node.getId());
    if (mark != null) {
      double width = mark.word().length() * LETTER + 10;
      add(
          "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"16\" fill=\"%s\" stroke=\"none\"/>",
          at.getX() + 6, at.getY() - 8, width, mark.colour());
      add(
          "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\" fill=\"#ffffff\" stroke=\"none\">%s</text>",
          at.getX() + 6 + width / 2, at.getY() + 4, mark.word());
      reach(at.getX(), at.getY() - 8);
    }
  }

  private String look(String id) {
    Mark mark = marks.get(id);
    return mark == null
        ? ""
        : " stroke=\"%s\" stroke-width=\"3\"%s"
            .formatted(mark.colour(), mark == Mark.REMOVED ? " stroke-dasharray=\"6 4\"" : "");
  }

  /**
   * A label where the model has it; it grows away from what it names.
   *
   * @param named the place of what it names; null for a flow
   */
  private void label(String name, BpmnLabel label, Bounds named) {
    if (name != null && label != null && label.getBounds() != null) {
      Bounds at = label.getBounds();
      double width = Math.max(at.getWidth(), 90);
      double height = lines(name, width).size() * LINE;
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

  /** Words in the middle of a place, in as many lines as they need. */
  private void words(String name, double x, double y, double width) {
    List<String> lines = lines(Objects.requireNonNullElse(name, ""), width);
    double first = y - (lines.size() - 1) * LINE / 2.0 + 4;
    for (int i = 0; i < lines.size(); i++) {
      add(
          "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\" fill=\"%s\" stroke=\"none\">%s</text>",
          x, first + i * LINE, INK, HtmlUtils.htmlEscape(lines.get(i), "UTF-8"));
    }
  }

  private static List<String> lines(String words, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.strip().split("\\s+")) {
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
