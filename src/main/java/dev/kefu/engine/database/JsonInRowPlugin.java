package dev.kefu.engine.database;

import dev.kefu.engine.StoredJson;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.camunda.spin.plugin.impl.JsonValueSerializer;
import org.camunda.spin.plugin.variable.type.JsonValueType;
import org.camunda.spin.plugin.variable.value.SpinValue;
import org.springframework.stereotype.Component;

/**
 * Keeps what a form hands in as text in the variable's own row, in three tables (running, history, history of changes). The engine would write a second row to each of
 * them, of bytes that no query can read.
 */
@Component
class JsonInRowPlugin extends AbstractProcessEnginePlugin {

  /** The engine's own way of storing JSON comes with a plugin of its own, before or after this one. */
  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    VariableSerializers serializers = ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getVariableSerializers();
    TypedValueSerializer<?> engineOwn = serializers.getSerializerByName(JsonValueType.TYPE_NAME);
    int place = serializers.getSerializerIndex(engineOwn);
    serializers.removeSerializer(engineOwn);
    serializers.addSerializer(new JsonInRow(), place);
  }

  private static final class JsonInRow extends JsonValueSerializer {

    @Override
    protected void writeToValueFields(SpinValue value, ValueFields fields, byte[] json) {
      String text = json == null ? null : new String(json, StandardCharsets.UTF_8);
      boolean fits = text == null || StoredJson.fitsInRow(text);
      fields.setTextValue(fits ? text : null);
      fields.setByteArrayValue(fits ? null : json);
    }

    @Override
    protected byte[] readSerializedValueFromFields(ValueFields fields) {
      String text = fields.getTextValue();
      return text == null ? fields.getByteArrayValue() : text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
