package org.practicereview.modelling;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.springframework.web.util.HtmlUtils;

/**
 * Finds for each caption a place in a drawing at which it stands on no step and on no other words,
 * and on as few ways as can be. Where there is none, the caption is left out: the tables say it.
 */
final class CaptionPlaces {

  private static final double SIZE = 9.5;
  private static final double LINE = 11;
  private static final double LETTER = 5;
  private static final double NAME_LINE = 14;
  private static final double NAME_LETTER = 6.2;
  private static final double NAME_WIDTH = 90;
  private static final double GAP = 2;
  private static final double FARTHEST = 34;

  private final List<Rectangle2D> taken = new ArrayList<>();
  private final List<Line2D> ways = new ArrayList<>();
  private final List<Placed> placed = new ArrayList<>();

  /** Lines of a caption, and the place that they fill. */
  record Placed(String id, List<String> lines, Rectangle2D at) {}

  CaptionPlaces(BpmnModelInstance model, Map<String, String> captions) {
    model.getModelElementsByType(BpmnShape.class).forEach(this::occupied);
    model.getModelElementsByType(BpmnEdge.class).forEach(this::occupied);
    model
        .getModelElementsByType(BpmnShape.class)
        .forEach(
            shape -> {
              BaseElement node = shape.getBpmnElement();
              if (node != null && captions.containsKey(node.getId())) {
                place(node, shape.getBounds(), captions.get(node.getId()));
              }
            });
  }

  /** What found a place. */
  List<Placed> placed() {
    return placed;
  }

  /**
   * The captions as a group of SVG, in the coordinates of the drawing; empty where there are none.
   */
  String svg() {
    if (placed.isEmpty()) {
      return "";
    }
    StringBuilder svg =
        new StringBuilder(
            "<g class=\"captions\" font-family=\"Liberation Sans, Arial, sans-serif\""
                + " font-size=\"9.5\" text-anchor=\"middle\">");
    for (Placed one : placed) {
      double y = one.at().getY() + SIZE - 1;
      for (String line : one.lines()) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%.0f\" y=\"%.0f\" style=\"fill: #1d5f8a; stroke: white; stroke-width:"
                    + " 3px; paint-order: stroke;\">%s</text>",
                one.at().getCenterX(),
                y,
                HtmlUtils.htmlEscape(line, "UTF-8")));
        y += LINE;
      }
    }
    return svg.append("</g>").toString();
  }

  private void occupied(BpmnShape shape) {
    if (!(shape.getBpmnElement() instanceof FlowElement node) || shape.getBounds() == null) {
      return;
    }
    Bounds at = shape.getBounds();
    if (node instanceof SubProcess) {
      taken.add(box(at.getX(), at.getY(), at.getWidth(), NAME_LINE + 8));
      // Words on its frame could not be read.
      taken.add(box(at.getX(), at.getY() + at.getHeight() - 2, at.getWidth(), 4));
      taken.add(box(at.getX() - 2, at.getY(), 4, at.getHeight()));
      taken.add(box(at.getX() + at.getWidth() - 2, at.getY(), 4, at.getHeight()));
    } else {
      taken.add(box(at.getX(), at.getY(), at.getWidth(), at.getHeight()));
    }
    if (!(node instanceof Activity)) {
      label(node.getName(), shape.getBpmnLabel());
    }
  }

  private void occupied(BpmnEdge edge) {
    List<Waypoint> points = new ArrayList<>(edge.getWaypoints());
    for (int at = 1; at < points.size(); at++) {
      ways.add(
          new Line2D.Double(
              points.get(at - 1).getX(),
              points.get(at - 1).getY(),
              points.get(at).getX(),
              points.get(at).getY()));
    }
    if (edge.getBpmnElement() instanceof FlowElement way) {
      label(way.getName(), edge.getBpmnLabel());
    }
  }

  private void label(String name, BpmnLabel label) {
    if (name == null || name.isBlank() || label == null || label.getBounds() == null) {
      return;
    }
    Bounds at = label.getBounds();
    double room = Math.max(at.getWidth(), NAME_WIDTH);
    List<String> lines = lines(name, room, NAME_LETTER);
    double width = lines.stream().mapToInt(String::length).max().orElse(0) * NAME_LETTER + 2 * GAP;
    double height = Math.max(at.getHeight(), lines.size() * NAME_LINE);
    double middle = at.getX() + at.getWidth() / 2;
    taken.add(box(middle - width / 2, at.getY() - GAP, width, height + 2 * GAP));
  }

  private void place(BaseElement node, Bounds at, String caption) {
    boolean task = node instanceof Activity;
    Placed best = null;
    double least = Double.MAX_VALUE;
    double[] rooms =
        task ? new double[] {at.getWidth() + 20, 90, 170} : new double[] {96, 74, 140, 190};
    for (double room : rooms) {
      List<String> lines = lines(caption, room, LETTER);
      double width = lines.stream().mapToInt(String::length).max().orElse(0) * LETTER;
      double height = lines.size() * LINE;
      for (Rectangle2D one : around(at, width, height, task)) {
        if (taken.stream().noneMatch(one::intersects)) {
          double cost = cost(one, at);
          if (cost < least) {
            least = cost;
            best = new Placed(node.getId(), lines, one);
          }
        }
      }
    }
    if (best != null) {
      placed.add(best);
      taken.add(best.at());
    }
  }

  /** Near is better than far, below better than above, and few ways better than many. */
  private double cost(Rectangle2D one, Bounds at) {
    long crossed = ways.stream().filter(way -> way.intersects(one)).count();
    double x = at.getX() + at.getWidth() / 2 - one.getCenterX();
    double y = at.getY() + at.getHeight() / 2 - one.getCenterY();
    return Math.hypot(x, y) + crossed * 60 + (y > 0 ? 4 : 0);
  }

  private static List<Rectangle2D> around(Bounds at, double width, double height, boolean task) {
    List<Rectangle2D> places = new ArrayList<>();
    double middle = at.getX() + at.getWidth() / 2;
    for (double far = GAP; far <= FARTHEST; far += 4) {
      for (double aside = 0; aside <= (task ? 40 : 60); aside += 10) {
        for (int side : aside == 0 ? new int[] {1} : new int[] {1, -1}) {
          double x = middle - width / 2 + side * aside;
          places.add(box(x, at.getY() + at.getHeight() + far, width, height));
          places.add(box(x, at.getY() - far - height, width, height));
        }
      }
      if (!task) {
        for (double down = -14; down <= 14; down += 7) {
          double y = at.getY() + at.getHeight() / 2 - height / 2 + down;
          places.add(box(at.getX() + at.getWidth() + far + 1, y, width, height));
          places.add(box(at.getX() - far - 1 - width, y, width, height));
        }
      }
    }
    return places;
  }

  private static Rectangle2D box(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }

  private static List<String> lines(String words, double room, double letter) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : Objects.requireNonNullElse(words, "").strip().split("\\s+")) {
      if (!line.isEmpty() && (line.length() + 1 + word.length()) * letter > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
