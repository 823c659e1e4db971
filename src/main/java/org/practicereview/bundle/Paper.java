package org.practicereview.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.practicereview.bundle.Removals.Place;

/** What the service prints of a case itself: words are taken out of it before it is printed. */
final class Paper {

  private Paper() {}

  /**
   * Takes words out of a page and puts the reason in their place.
   *
   * @param found takes the words that were found
   * @return in how many places something was taken out
   */
  static int remove(Document page, Removals removals, RemovalReason why, Set<String> found) {
    List<TextNode> nodes = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    Map<TextNode, Integer> begins = new HashMap<>();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text) {
            nodes.add(text);
            begins.put(text, all.length());
            all.append(text.getWholeText()).append('\n');
          }
        },
        page.body());
    List<Place> places = removals.places(all.toString(), found);
    nodes.forEach(text -> cut(text, begins.get(text), places, why));
    return places.size();
  }

  private static void cut(TextNode text, int begin, List<Place> places, RemovalReason why) {
    String words = text.getWholeText();
    int end = begin + words.length();
    int done = begin;
    boolean changed = false;
    for (Place place : places) {
      int from = Math.max(place.from(), begin);
      int until = Math.min(place.until(), end);
      if (from < until) {
        text.before(new TextNode(words.substring(done - begin, from - begin)));
        text.before(new Element("span").addClass("removed").text(why.mark()));
        done = until;
        changed = true;
      }
    }
    if (changed) {
      text.text(words.substring(done - begin));
    }
  }
}
