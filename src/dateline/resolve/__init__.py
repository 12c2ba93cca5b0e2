"""Mentions to who, where and when."""
