package org.practicereview.engine;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.variable.serializer.ByteArrayValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.FileValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.value.BytesValue;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.springframework.stereotype.Component;

/**
 * The guard behind the form gateway: whatever door a variable comes through, the engine stores text
 * only if it has the shape of a code, and no files or bytes at all. So a narrative or a full name
 * cannot reach the engine's tables.
 */
@Component
class CodesOnly extends AbstractProcessEnginePlugin {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:@/,+-]{0,200}");

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setCustomPreVariableSerializers(
        List.of(new CodeText(), new NoBytes(), new NoFiles()));
  }

  private static BadUserRequestException refused(ValueFields fields, String what) {
    return new BadUserRequestException(
        "The variable " + fields.getName() + " holds " + what + "; that belongs in the case file");
  }

  private static final class CodeText extends StringValueSerializer {
    @Override
    public void writeValue(StringValue value, ValueFields fields) {
      // What a decision table answers is also written this way, and is the table's own text.
      boolean isVariable = fields instanceof VariableInstanceEntity;
      if (isVariable && value.getValue() != null && !CODE.matcher(value.getValue()).matches()) {
        throw refused(fields, "free text");
      }
      super.writeValue(value, fields);
    }
  }

  private static final class NoBytes extends ByteArrayValueSerializer {
    @Override
    public void writeValue(BytesValue value, ValueFields fields) {
      throw refused(fields, "bytes");
    }
  }

  private static final class NoFiles extends FileValueSerializer {
    @Override
    public void writeValue(FileValue value, ValueFields fields) {
      throw refused(fields, "a file");
    }
  }
}
