package org.practicereview.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.practicereview.partnership.RoleGroups;
import org.springframework.stereotype.Component;

/**
 * Offers a task to those who have the role in the partnership of the case. Models name the role
 * alone, so that one model serves all partnerships; whatever the engine asks about the task
 * afterwards, in lists, claims and rights, it asks about the group of that partnership.
 */
@Component
class OfferedInPartnership extends OnEveryModel {

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behaviour) {
      Set<Expression> roles = behaviour.getTaskDefinition().getCandidateGroupIdExpressions();
      List<Expression> offered = roles.stream().<Expression>map(Offered::new).toList();
      roles.clear();
      roles.addAll(offered);
    }
  }

  private record Offered(Expression roles) implements Expression {

    @Override
    public Object getValue(VariableScope scope) {
      String partnership = partnership(scope);
      return candidates(roles.getValue(scope))
          .map(candidate -> RoleGroups.offered(partnership, candidate))
          .toList();
    }

    private static Stream<String> candidates(Object value) {
      Stream<?> named =
          value instanceof Collection<?> many
              ? many.stream()
              : Arrays.stream(Objects.toString(value, "").split(","));
      return named.map(String::valueOf).map(String::strip).filter(name -> !name.isEmpty());
    }

    private static String partnership(VariableScope scope) {
      return scope instanceof DelegateTask task
          ? task.getTenantId()
          : ((DelegateExecution) scope).getTenantId();
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
      roles.setValue(value, scope);
    }

    @Override
    public String getExpressionText() {
      return roles.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
      return false;
    }
  }
}
