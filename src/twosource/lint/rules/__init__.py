"""One module a rule: it defines ``RULE``, a `twosource.lint.rule.Rule`; the registry finds it."""
