package org.practicereview.partnership;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A profile as it was written, with what is wrong with it.
 *
 * @param name of the file
 * @param root what it says; null where it could not be read
 * @param partnership what could be understood
 * @param findings what is wrong with the file by itself
 */
record ProfileFile(String name, Node root, Partnership partnership, List<Finding> findings) {

  ProfileFile {
    findings = List.copyOf(findings);
  }

  /** A finding at the value that some keys lead to, or as near to it as the file goes. */
  Finding at(List<String> path, String wrong, String remedy) {
    Node node = root;
    int line = 1;
    for (String key : path) {
      NodeTuple found = find(node, key);
      if (found == null) {
        break;
      }
      line = line(found.getKeyNode());
      node = found.getValueNode();
    }
    return new Finding(name, line, wrong, remedy);
  }

  List<Finding> at(List<ProfileProblem> problems) {
    List<Finding> found = new ArrayList<>();
    problems.forEach(problem -> found.add(at(problem.path(), problem.wrong(), problem.remedy())));
    return found;
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static NodeTuple find(Node node, String key) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .filter(entry -> entry.getKeyNode() instanceof ScalarNode name)
            .filter(entry -> ((ScalarNode) entry.getKeyNode()).getValue().equals(key))
            .findFirst()
            .orElse(null)
        : null;
  }
}
