package org.practicereview.security;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.practicereview.engine.ProcessBean;
import org.springframework.beans.factory.ListableBeanFactory;

/** Finds the beans that models may name, and no other. */
class ProcessBeans extends ELResolver {

  private final ListableBeanFactory factory;

  ProcessBeans(ListableBeanFactory factory) {
    this.factory = factory;
  }

  @Override
  public Object getValue(ELContext context, Object base, Object name) {
    if (base == null && isProcessBean(name)) {
      context.setPropertyResolved(true);
      return factory.getBean((String) name);
    }
    return null;
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object name) {
    if (base == null && isProcessBean(name)) {
      context.setPropertyResolved(true);
      return factory.getType((String) name);
    }
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object name, Object value) {
    if (base == null && isProcessBean(name)) {
      throw new PropertyNotWritableException(name + " cannot be replaced by a model");
    }
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object name) {
    return true;
  }

  @Override
  public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
    return Collections.emptyIterator();
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return Object.class;
  }

  private boolean isProcessBean(Object name) {
    return name instanceof String bean
        && factory.containsBean(bean)
        && factory.findAnnotationOnBean(bean, ProcessBean.class) != null;
  }
}
