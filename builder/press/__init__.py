"""The press: takes planned documents through composing and rendering, and puts files into the output whole."""
