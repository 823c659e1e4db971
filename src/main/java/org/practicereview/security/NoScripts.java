package org.practicereview.security;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/**
 * Finds no script engine for any language. The engine brings one for its own expressions, which
 * would let a script task do what {@link GuardedExpressions} forbids. Decision tables do not need
 * one.
 */
class NoScripts implements ScriptEngineResolver {

  private final ScriptEngineManager none = new ScriptEngineManager(null);

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {
    // Whatever is offered, no script runs.
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    return none;
  }

  @Override
  public ScriptEngine getScriptEngine(String language, boolean fromCache) {
    return null;
  }
}
