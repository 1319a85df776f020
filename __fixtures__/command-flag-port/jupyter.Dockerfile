FROM jupyter/base-notebook
EXPOSE 8095
CMD ["jupyter", "lab", "--ip=0.0.0.0", "--port=8095", "--no-browser"]
