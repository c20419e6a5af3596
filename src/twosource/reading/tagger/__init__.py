"""The trained tagger: word pieces in, attributions out, on one thread and without PyTorch.

A model is a folder with ``tagger.onnx``, ``tokenizer.json`` and ``SHA256SUMS`` (`folder`). ONNX
Runtime and the tokenizer library are imported when one is loaded (`session`), not before.
"""
