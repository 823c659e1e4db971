package org.practicereview.letters;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * Sets words in other scripts than the letters' own as drawings of their shapes. The printer of
 * letters knows neither how Arabic joins and runs nor how the signs of Bengali or Tamil change
 * places; Java's own text layout does. A reader by voice gets the words as the text of the drawing.
 */
final class OtherScripts implements FSObjectDrawerFactory, FSObjectDrawer {

  private static final String TYPE = "practice-review/words";
  private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);
  private static final int LONGEST = 36;

  private final List<TextLayout> layouts = new ArrayList<>();

  /** Puts drawings in the place of words that the font of letters cannot show. */
  void set(Document page, LetterFonts fonts) {
    List<TextNode> texts = new ArrayList<>();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text) {
            texts.add(text);
          }
        },
        page.body());
    texts.forEach(text -> set(text, fonts));
  }

  private void set(TextNode text, LetterFonts fonts) {
    List<LetterFonts.Run> runs = fonts.runs(text.getWholeText());
    if (runs.stream().allMatch(run -> run.font() == null)) {
      text.text(LetterFonts.printed(text.getWholeText()));
      return;
    }
    for (LetterFonts.Run run : runs) {
      if (run.font() == null) {
        text.before(new TextNode(run.text()));
      } else {
        pieces(run.text()).forEach(piece -> text.before(drawing(piece, run.font())));
      }
    }
    text.remove();
  }

  /** Short enough for a line; a name stays whole. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (String word : text.split("(?<= )")) {
      if (!piece.isEmpty() && piece.length() + word.length() > LONGEST) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(word);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private Node drawing(String words, Font font) {
    TextLayout layout = new TextLayout(words, font.deriveFont(1f), PLAIN);
    layouts.add(layout);
    return new Element("object")
        .attr("type", TYPE)
        .attr("alt", words)
        .attr("data-layout", String.valueOf(layouts.size() - 1))
        .attr(
            "style",
            String.format(
                Locale.ROOT,
                "display: inline-block; width: %.3fem; height: %.3fem; vertical-align: %.3fem",
                layout.getAdvance(),
                layout.getAscent() + layout.getDescent(),
                -layout.getDescent()));
  }

  @Override
  public FSObjectDrawer createDrawer(org.w3c.dom.Element element) {
    return isReplacedObject(element) ? this : null;
  }

  @Override
  public boolean isReplacedObject(org.w3c.dom.Element element) {
    return element.getTagName().equals("object") && TYPE.equals(element.getAttribute("type"));
  }

  @Override
  public Map<Shape, String> drawObject(
      org.w3c.dom.Element element,
      double x,
      double y,
      double width,
      double height,
      OutputDevice device,
      RenderingContext context,
      int dotsPerPixel) {
    TextLayout layout = layouts.get(Integer.parseInt(element.getAttribute("data-layout")));
    double size = width / dotsPerPixel / layout.getAdvance();
    AffineTransform place = AffineTransform.getScaleInstance(size, size);
    place.translate(0, layout.getAscent());
    device.drawWithGraphics(
        (float) x,
        (float) y,
        (float) width / dotsPerPixel,
        (float) height / dotsPerPixel,
        pen -> {
          pen.setColor(new Color(0x0b0c0c));
          pen.fill(layout.getOutline(place));
        });
    return Map.of();
  }
}
